package py

func (t *Thread) send(it, v Object) (value Object, ended bool, err error) {
	return nil, false, notYet("send")
}
func (t *Thread) throwInto(g *Generator, f *Frame, it Object, e *Exc) (v, result Object, err error) {
	return nil, nil, notYet("throw")
}
func (t *Thread) yieldFromIter(f *Frame, x Object) (Object, error) { return nil, notYet("yield from") }
func (t *Thread) awaitable(x Object, kind uint8) (Object, error)   { return nil, notYet("await") }
func (t *Thread) asyncIter(x Object) (Object, error)               { return nil, notYet("async for") }
func (t *Thread) asyncNext(x Object) (Object, error)               { return nil, notYet("async for") }
func setupGenerators() {
	GeneratorClass.Slots.Next = func(t *Thread, o Object) (Object, error) {
		v, _, err := t.Resume(o.(*Generator), None)
		return v, err
	}
}
