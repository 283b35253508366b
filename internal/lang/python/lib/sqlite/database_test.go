package sqlite

import (
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// TestPanicsWithin has a panic be an error, after which the connection is of no more use
// and its memory is given back.
func TestPanicsWithin(t *testing.T) {
	var outside lang.Outside
	outside.SetSpace(64<<20, 128<<20)
	in := py.NewInterp(py.Host{Host: &lang.Host{Outside: &outside}, Program: &lang.Program{}})
	thread := in.NewThread()
	for _, cause := range []any{"text", error(py.NewExc(py.KeyError)), []int(nil)} {
		d, err := openDatabase(thread, stateOf(thread), "file::memory:?")
		if err != nil {
			t.Fatal(err)
		}
		if now, _ := outside.Held(); now == 0 {
			t.Fatal("its memory doesn't count")
		}
		err = d.run(thread, func() error {
			return d.run(thread, func() error {
				if list, ok := cause.([]int); ok {
					_ = list[5:]
				}
				panic(cause)
			})
		})
		if py.Caught(err, dbClasses().operational) == nil {
			t.Errorf("%v is %v", cause, err)
		}
		if now, _ := outside.Held(); now != 0 || !d.closed {
			t.Errorf("%d bytes are held", now)
		}
		if err := d.run(thread, func() error { return nil }); err == nil {
			t.Error("it can be used")
		}
	}
}

// TestLibraryVersion has sqlite_version be the library's.
func TestLibraryVersion(t *testing.T) {
	thread := py.NewInterp(py.Host{Host: &lang.Host{}, Program: &lang.Program{}}).NewThread()
	d, err := openDatabase(thread, stateOf(thread), "file::memory:?")
	if err != nil {
		t.Fatal(err)
	}
	defer d.release()
	_ = d.run(thread, func() error {
		stmt, _, err := d.prepare("select sqlite_version()")
		if err != nil {
			t.Fatal(err)
		}
		if stmt.Step(); stmt.ColumnText(0) != sqliteVersion {
			t.Errorf("it is %s, not %s", stmt.ColumnText(0), sqliteVersion)
		}
		return stmt.Close()
	})
}
