package io

import (
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// initialised has a class make empty files, which __init__ then fills as newFile says: a
// subclass's __init__ may take other arguments than the class does.
func initialised(c *py.Class, k kind, newFile func(*py.Thread, *py.Class, py.Args) (py.Object, error)) {
	c.Slots.New = func(_ *py.Thread, cls *py.Class, _ py.Args) (py.Object, error) {
		return py.NewOf(cls, &file{kind: k, core: &core{of: &memory{}}}), nil
	}
	c.Slots.Init = func(t *py.Thread, x py.Object, a py.Args) error {
		v, err := newFile(t, c, a)
		if err != nil {
			return err
		}
		*x.(*file) = *v.(*file)
		return nil
	}
}
