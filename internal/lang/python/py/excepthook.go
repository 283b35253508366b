package py

// addExceptHook adds sys.excepthook, which prints an exception.
func addExceptHook(m *Module) {
	m.Add("excepthook", "exctype, value, traceback, /", func(t *Thread, a []Object) (Object, error) {
		e, ok := a[1].(*Exc)
		if !ok {
			return None, nil
		}
		return None, t.In.Err.WriteString(t.FormatException(e))
	})
	m.Set("__excepthook__", m.Dict.GetStr("excepthook"))
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
		return err, false
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
