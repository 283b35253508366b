package py

// A Set is a set or a frozenset.
type Set struct{ frozen bool }

// Class returns the class set or frozenset.
func (s *Set) Class() *Class { return SetClass }

// Add adds an item.
func (s *Set) Add(t *Thread, v Object) error { return notYet("set") }

func newFrozenSet(items []Object) *Set                      { return &Set{frozen: true} }
func (t *Thread) newSet(items []Object) (Object, error)     { return nil, notYet("set") }
func (t *Thread) updateDisplay(d *Dict, x Object) error     { return notYet("dict") }
func (t *Thread) mergeKeywords(d *Dict, x, fn Object) error { return notYet("dict") }
func setupContainers()                                      {}
func setupSets()                                            {}
