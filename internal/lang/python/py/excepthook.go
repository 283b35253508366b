package py

// addExceptHook adds sys.excepthook, which prints an exception.
func addExceptHook(m *Module) {
	m.Add("excepthook", "exctype, value, traceback, /", func(t *Thread, a []Object) (Object, error) {
		e, ok := a[1].(*Exc)
		if !ok {
			return None, nil
		}
		return None, t.printError(t.FormatException(e))
	})
	m.Set("__excepthook__", m.Dict.GetStr("excepthook"))
}

// printError writes to sys.stderr, which a program may have replaced.
func (t *Thread) printError(text string) error {
	file := t.replacedStderr()
	switch file {
	case nil:
		return t.In.Err.WriteString(text)
	case None:
		return nil
	}
	return t.printTo(file, text)
}

// replacedStderr is what a program has put into the place of sys.stderr; nil is nothing.
func (t *Thread) replacedStderr() Object {
	sys, ok := t.In.Modules.GetStr("sys").(*Module)
	if !ok {
		return nil
	}
	file := sys.Dict.GetStr("stderr")
	if s, ok := file.(*Stream); ok && s.out == t.In.Err && s.writesItself() {
		return nil
	}
	return file
}

// exceptHook gives an uncaught exception to the sys.excepthook of a program that has
// replaced it, and reports whether it has.
func (t *Thread) exceptHook(err error) (after error, hooked bool) {
	e, ok := err.(*Exc)
	if !ok || e.class.IsSubclass(SystemExit) {
		return err, false
	}
	sys, ok := t.In.Modules.GetStr("sys").(*Module)
	if !ok {
		return err, false
	}
	hook := sys.Dict.GetStr("excepthook")
	if hook == nil || hook == sys.Dict.GetStr("__excepthook__") {
		if t.replacedStderr() == nil {
			return err, false
		}
		failed := t.printError(t.FormatException(e))
		if failed != nil && !isExc(failed) {
			return failed, false
		}
		return err, failed == nil
	}
	_, failed := t.Call(hook, e.class, e, e.traceback())
	switch x, isExc := failed.(*Exc); {
	case failed == nil:
		return err, true
	case !isExc, x.class.IsSubclass(SystemExit):
		return failed, false
	default:
		text := "Error in sys.excepthook:\n" + t.FormatException(x) + "\nOriginal exception was:\n"
		if failed := t.In.Err.WriteString(text); failed != nil {
			return failed, false
		}
	}
	return err, false
}
