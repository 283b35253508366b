package hostfs

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/elide-dev/elided/internal/lang"
)

func TestHandles(t *testing.T) {
	p := newPlace(t)
	open := lang.FileCall{Op: lang.FileOpen, Path: "/data/file", Flags: lang.ForReading}
	first := p.want("", open).Handle
	for range MaxHandles - 1 {
		p.want("", open)
	}
	p.want("EMFILE", open)
	p.want("EMFILE", lang.FileCall{Op: lang.FileList, Path: "/data"})
	p.want("", lang.FileCall{Op: lang.FileClose, Handle: first})
	for _, op := range []lang.FileOp{lang.FileClose, lang.FileRead, lang.FileWrite, lang.FileStat, lang.FileTruncate, lang.FileList} {
		p.want("EBADF", lang.FileCall{Op: op, Handle: first})
		p.want("EBADF", lang.FileCall{Op: op, Handle: 1 << 63})
	}
	if next := p.want("", open).Handle; next == first {
		t.Error("a handle is given twice")
	}
	// What failed to open holds no place.
	p.want("", lang.FileCall{Op: lang.FileClose, Handle: first + 1})
	for range MaxHandles {
		p.want("ENOENT", lang.FileCall{Op: lang.FileOpen, Path: "/data/none", Flags: lang.ForReading})
	}
}

func TestSizes(t *testing.T) {
	p := newPlace(t)
	r := p.want("", lang.FileCall{Op: lang.FileOpen, Path: "/data/file", Flags: lang.ForReading | lang.ForWriting})
	p.want("", lang.FileCall{Op: lang.FileTruncate, Handle: r.Handle, Offset: 1 << 20})
	if got := p.want("", lang.FileCall{Op: lang.FileRead, Handle: r.Handle, Length: 1 << 30}); len(got.Data) != lang.FileChunk || !got.More {
		t.Errorf("read %d bytes, more %v", len(got.Data), got.More)
	}
	if got := p.want("", lang.FileCall{Op: lang.FileRead, Handle: r.Handle, Offset: 1 << 40, Length: 10}); len(got.Data) != 0 || got.More {
		t.Errorf("read %d bytes beyond the end, more %v", len(got.Data), got.More)
	}
	p.want("EINVAL", lang.FileCall{Op: lang.FileRead, Handle: r.Handle, Offset: 1 << 63, Length: 10})
	p.want("EINVAL", lang.FileCall{Op: lang.FileRead, Handle: r.Handle, Length: -1})
	p.want("EINVAL", lang.FileCall{Op: lang.FileWrite, Handle: r.Handle, Offset: 1<<63 - 1, Data: []byte("x")})
	p.want("EINVAL", lang.FileCall{Op: lang.FileWrite, Handle: r.Handle, Data: make([]byte, lang.FileChunk+1)})
	p.want("EINVAL", lang.FileCall{Op: lang.FileTruncate, Handle: r.Handle, Offset: 1 << 63})
}

func TestListPages(t *testing.T) {
	p := newPlace(t)
	for i := range 2*page + 5 {
		p.ok(os.WriteFile(filepath.Join(p.inside, "sub", fmt.Sprint(i)), nil, 0o644))
	}
	seen := make(map[string]bool)
	c := lang.FileCall{Op: lang.FileList, Path: "/data/sub"}
	for pages := 1; ; pages++ {
		r := p.want("", c)
		for _, e := range r.Entries {
			if e.Kind != lang.RegularFile || seen[e.Name] {
				t.Errorf("entry %+v", e)
			}
			seen[e.Name] = true
		}
		if !r.More {
			if pages != 3 || len(seen) != 2*page+5 || r.Handle != 0 {
				t.Errorf("%d names on %d pages", len(seen), pages)
			}
			return
		}
		c = lang.FileCall{Op: lang.FileList, Handle: r.Handle}
	}
}

// TestClose has an execution end with files open and operations under way.
func TestClose(t *testing.T) {
	p := newPlace(t)
	p.fs.own = NewSlots(1)
	p.fs.own <- struct{}{} // so that what comes has to wait
	answers := make(chan lang.FileResult, 10)
	for range 10 {
		p.fs.Call(lang.FileCall{Op: lang.FileStat, Path: "/data"}, func(r lang.FileResult) { answers <- r })
	}
	p.fs.Close()
	for range 10 {
		select {
		case r := <-answers:
			if r.Errno != "EINTR" {
				t.Errorf("answer %+v", r)
			}
		case <-time.After(patience):
			t.Fatal("no answer")
		}
	}
	<-p.fs.own
	for _, op := range []lang.FileOp{lang.FileOpen, lang.FileStat, lang.FileRead, lang.FileMkdir} {
		p.want("EINTR", lang.FileCall{Op: op, Path: "/data/file", Flags: lang.ForReading, Handle: 1})
	}
	p.fs.Close()
}
