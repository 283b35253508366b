package py

// newTextWrapper is TextIOWrapper.__new__, whose files are package io's.
func newTextWrapper(t *Thread, cls *Class, a Args) (Object, error) {
	c, err := t.textFiles()
	if err != nil {
		return nil, err
	}
	return c.Slots.New(t, cls, a)
}

func initTextWrapper(t *Thread, x Object, a Args) error {
	c, err := t.textFiles()
	if err != nil {
		return err
	}
	return c.Slots.Init(t, x, a)
}

// textFiles is the class of package io's text files.
func (t *Thread) textFiles() (*Class, error) {
	m, err := t.load("_io")
	if err != nil {
		return nil, err
	}
	c, err := t.GetAttr(m, "_Text")
	if err != nil {
		return nil, err
	}
	return c.(*Class), nil
}

// streamMethods has the methods of a Stream call those of package io's files where self is
// one of those: an instance of a program's subclass.
func streamMethods(table MethodTable) MethodTable {
	for i := range table {
		own, name := table[i].Fn, table[i].Name
		table[i].Fn = func(t *Thread, a []Object) (Object, error) {
			if _, ok := a[0].(*Stream); ok {
				return own(t, a)
			}
			m, err := t.GetAttr(a[0], name)
			if err != nil {
				return nil, err
			}
			given := a[1:]
			for len(given) > 0 && given[len(given)-1] == nil {
				given = given[:len(given)-1]
			}
			return t.Call(m, given...)
		}
	}
	return table
}

// streamExit closes what isn't a standard stream by its own close, which a program's
// subclass may have.
func streamExit(t *Thread, a []Object) (Object, error) {
	if _, ok := a[0].(*Stream); ok {
		return None, nil
	}
	_, err := t.CallMethod(a[0], "close")
	return None, err
}

// streamSeek is what a standard stream does where positions are meant.
func streamSeek(*Thread, []Object) (Object, error) {
	return nil, Raise(UnsupportedOperation, "underlying stream is not seekable")
}

const chunkSizeName = "_CHUNK_SIZE"

func streamChunk(t *Thread, x Object) (Object, error) {
	if _, ok := x.(*Stream); ok {
		return MakeInt(8192), nil
	}
	return t.GetAttr(Native(x), chunkSizeName)
}

// setStreamChunk has no effect on the standard streams, which a host reads for.
func setStreamChunk(t *Thread, x, v Object) error {
	if _, ok := x.(*Stream); ok {
		return nil
	}
	return t.SetAttr(Native(x), chunkSizeName, v)
}
