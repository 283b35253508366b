package py

// splitGroup is what an except* clause asks: the part of x that matches, as a group, and
// the rest. x may be None, when nothing is left.
func (t *Thread) splitGroup(x, class Object) (match, rest Object, err error) {
	e, ok := x.(*Exc)
	if !ok {
		return None, None, nil
	}
	if err := t.checkStar(class); err != nil {
		return nil, nil, err
	}
	found, err := t.matches(e, class)
	if err != nil {
		return nil, nil, err
	}
	switch {
	case found && e.isGroup():
		return e, None, nil
	case found:
		g, err := t.Call(ExceptionGroupOf(e), emptyStr, NewTuple(e))
		return g, None, err
	case !e.isGroup():
		return None, e, nil
	}
	split, err := t.GetAttr(e, "split")
	if err != nil {
		return nil, nil, err
	}
	v, err := t.Call(split, class)
	if err != nil {
		return nil, nil, err
	}
	pair, ok := Native(v).(*Tuple)
	if !ok {
		return nil, nil, Raise(TypeError, "%s.split must return a tuple, not %s", e.class.fullName(), v.Class().fullName())
	}
	if len(pair.Items) < 2 {
		return nil, nil, Raise(TypeError, "%s.split must return a 2-tuple, got tuple of size %d", e.class.fullName(), len(pair.Items))
	}
	return pair.Items[0], pair.Items[1], nil
}

// ExceptionGroupOf is the class of a group that may have e.
func ExceptionGroupOf(e *Exc) *Class {
	if e.class.IsSubclass(Exception) {
		return ExceptionGroup
	}
	return BaseExceptionGroup
}

func (t *Thread) checkStar(class Object) error {
	list := []Object{class}
	if tuple, ok := class.(*Tuple); ok {
		list = tuple.Items
	}
	for _, x := range list {
		c, ok := x.(*Class)
		if !ok || !c.IsSubclass(BaseException) {
			return Raise(TypeError, "catching classes that do not inherit from BaseException is not allowed")
		}
		if c.IsSubclass(BaseExceptionGroup) {
			return Raise(TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
	return nil
}

// joinGroup is what is raised after the except* clauses of e, or None: what they raised
// themselves, with what they left or raised again as the parts of e that it is.
func (t *Thread) joinGroup(e *Exc, list *List) (Object, error) {
	var raised, again []Object
	for _, x := range list.Items {
		r, ok := x.(*Exc)
		switch {
		case !ok:
		case !e.isGroup():
			return r, nil // only one clause can have run
		case r.isGroup() && r.TB == e.TB && r.Context == e.Context && r.Cause == e.Cause:
			again = append(again, r)
		default:
			raised = append(raised, r)
		}
	}
	kept, err := t.project(e, again)
	if err != nil {
		return nil, err
	}
	if len(raised) == 0 {
		return OrNone(kept), nil
	}
	if kept != nil {
		raised = append(raised, kept)
	}
	if len(raised) == 1 {
		return raised[0], nil
	}
	return t.Call(BaseExceptionGroup, emptyStr, NewList(raised...))
}

// project is e with only the exceptions that are in some groups.
func (t *Thread) project(e *Exc, groups []Object) (Object, error) {
	leaves := map[*Exc]bool{}
	for _, g := range groups {
		addLeaves(leaves, g.(*Exc))
	}
	if len(leaves) == 0 {
		return nil, nil
	}
	match, _, err := t.split(e, func(x *Exc) (bool, error) { return leaves[x], nil }, false)
	return match, err
}

// addLeaves takes groups that were split before, so that their depth is bounded.
func addLeaves(leaves map[*Exc]bool, e *Exc) {
	if !e.isGroup() {
		leaves[e] = true
		return
	}
	for _, x := range e.members() {
		addLeaves(leaves, x.(*Exc))
	}
}
