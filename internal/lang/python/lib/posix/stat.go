package posix

import (
	"sync"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python/lib/io"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

var statNames = []string{"st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size"}

// statHidden are beside the items: the first three are among these, too, in whole seconds.
var statHidden = []string{"st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev"}

// blockSize is what files take space by.
const blockSize = 4096

// statClass is os.stat_result: its items are whole seconds, and st_mtime and its like
// have fractions.
var statClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("os", "stat_result", py.TupleClass, func(c *py.Class) {
		for i, name := range statNames {
			c.AddGetSets(&py.GetSet{Name: name, Get: func(_ *py.Thread, o py.Object) (py.Object, error) {
				return py.Native(o).(*py.Tuple).Items[i], nil
			}})
		}
		for i, name := range statHidden {
			c.AddGetSets(&py.GetSet{Name: name, Get: func(_ *py.Thread, o py.Object) (py.Object, error) {
				v := py.OrNone(py.StructAttribute(o, name))
				if i < 3 && v == py.None {
					return py.Native(o).(*py.Tuple).Items[len(statNames)+i], nil
				}
				return v, nil
			}})
		}
		c.Structs(len(statNames)+3, statHidden...)
		c.Dict.SetStr("n_fields", py.MakeInt(19))
		c.Dict.SetStr("n_sequence_fields", py.MakeInt(10))
		c.Dict.SetStr("n_unnamed_fields", py.MakeInt(3))
		c.Slots.Repr = statRepr
	})
})

func statRepr(t *py.Thread, o py.Object) (py.Object, error) {
	text := "os.stat_result("
	names := append(append([]string(nil), statNames...), "st_atime", "st_mtime", "st_ctime")
	for i, v := range py.Native(o).(*py.Tuple).Items {
		if i > 0 {
			text += ", "
		}
		s, err := t.Repr(v)
		if err != nil {
			return nil, err
		}
		text += names[i] + "=" + s.String()
	}
	return py.NewStr(text + ")"), nil
}

func result(info lang.FileInfo) py.Object {
	kinds := map[lang.FileKind]uint32{lang.RegularFile: 0o100000, lang.Directory: 0o040000, lang.Link: 0o120000}
	number := func(v uint64) py.Object { return py.MakeInt(int64(v)) }
	seconds := py.MakeInt(info.Modified / 1e9)
	blocks := (info.Size + blockSize - 1) / blockSize * (blockSize / 512)
	values := map[string]py.Object{"st_blksize": py.MakeInt(blockSize), "st_blocks": py.MakeInt(int64(blocks)), "st_rdev": py.MakeInt(0)}
	for _, name := range []string{"st_atime", "st_mtime", "st_ctime"} {
		values[name] = py.Float(float64(info.Modified) * 1e-9)
		values[name+"_ns"] = py.MakeInt(info.Modified)
	}
	return py.NewStructWith(statClass(), values, number(uint64(kinds[info.Kind]|info.Mode)), number(info.Inode), number(1), number(1),
		number(0), number(0), number(info.Size), seconds, seconds, seconds)
}

func stat(t *py.Thread, a []py.Object) (py.Object, error) {
	if py.IsInstance(a[0], py.IntClass) {
		return fstat(t, a)
	}
	call := lang.FileCall{Op: lang.FileStat}
	if a[2] != nil {
		follow, err := t.Truth(a[2])
		if err != nil {
			return nil, err
		}
		if !follow {
			call.Flags = lang.NoFollow
		}
	}
	r, err := file(t, call, a[0])
	return result(r.Info), err
}

func lstat(t *py.Thread, a []py.Object) (py.Object, error) {
	r, err := file(t, lang.FileCall{Op: lang.FileStat, Flags: lang.NoFollow}, a[0])
	return result(r.Info), err
}

func fstat(t *py.Thread, a []py.Object) (py.Object, error) {
	n, err := t.Index(a[0])
	if err != nil {
		return nil, err
	}
	info, err := io.Describe(t, n)
	return result(info), err
}
