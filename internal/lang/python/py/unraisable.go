package py

type unraisableKey struct{}

// addUnraisableHook adds sys.unraisablehook, which prints an exception that has nowhere to go.
func addUnraisableHook(t *Thread, m *Module) {
	args := DefineStruct("sys", "UnraisableHookArgs", "exc_type", "exc_value", "exc_traceback", "err_msg", "object")
	t.In.Data[unraisableKey{}] = args
	m.Add("unraisablehook", "unraisable, /", func(t *Thread, a []Object) (Object, error) {
		given, ok := Native(a[0]).(*Tuple)
		if !ok || a[0].Class() != args {
			return nil, Raise(TypeError, "sys.unraisablehook argument type must be UnraisableHookArgs")
		}
		text := ""
		if x := given.Items[4]; x != None {
			what, err := t.reprText(x)
			if err != nil {
				what = "<object repr() failed>"
			}
			text = "Exception ignored in: " + what + "\n"
			if msg, ok := given.Items[3].(*Str); ok {
				text = msg.s + ": " + what + "\n"
			}
		}
		if e, ok := given.Items[1].(*Exc); ok {
			text += t.FormatException(e)
		}
		return None, t.In.Err.WriteString(text)
	})
	m.Set("__unraisablehook__", m.Dict.GetStr("unraisablehook"))
}

// unraisableHook is what the program has set sys.unraisablehook to; nil is nothing.
func (t *Thread) unraisableHook() Object {
	sys, ok := t.In.Modules.GetStr("sys").(*Module)
	if !ok {
		return nil
	}
	hook := sys.Dict.GetStr("unraisablehook")
	if hook == nil || hook == None || hook == sys.Dict.GetStr("__unraisablehook__") {
		return nil
	}
	return hook
}

func (t *Thread) callUnraisable(hook Object, e *Exc, while string, x Object) error {
	var msg Object = None
	if while != "" {
		msg = NewStr("Exception ignored in: " + while)
	}
	args, _ := t.In.Data[unraisableKey{}].(*Class)
	_, err := t.Call(hook, NewStruct(args, e.Class(), e, e.traceback(), msg, x))
	if other, ok := err.(*Exc); ok {
		return t.In.Err.WriteString("Exception ignored in sys.unraisablehook: \n" + t.FormatException(other))
	}
	return err
}
