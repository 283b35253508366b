package py

type auditKey struct{}

// addAudit adds sys.audit and sys.addaudithook. The engine itself raises no events.
func addAudit(m *Module) {
	m.Add("audit", "event, /, *args", func(t *Thread, a []Object) (Object, error) {
		if _, ok := Native(a[0]).(*Str); !ok {
			return nil, Raise(TypeError, "expected str for argument 'event', not %s", a[0].Class().Name)
		}
		return None, t.audit(a[0], a[1])
	})
	m.Add("addaudithook", "hook", func(t *Thread, a []Object) (Object, error) {
		err := t.audit(NewStr("sys.addaudithook"), NewTuple())
		if Caught(err, Exception) != nil { // a hook is against it: it isn't added
			return None, nil
		}
		if err == nil {
			hooks, _ := t.In.Data[auditKey{}].([]Object)
			t.In.Data[auditKey{}] = append(hooks, a[0])
		}
		return None, err
	})
}

func (t *Thread) audit(event, args Object) error {
	hooks, _ := t.In.Data[auditKey{}].([]Object)
	for _, hook := range hooks {
		if _, err := t.Call(hook, event, args); err != nil {
			return err
		}
	}
	return nil
}
