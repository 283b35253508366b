package py

// A Property is a property.
type Property struct{ Get, Set, Del, Doc Object }

// Class returns the class property.
func (*Property) Class() *Class { return PropertyClass }

func (p *Property) get(t *Thread, obj Object) (Object, error)       { return nil, notYet("property") }
func (p *Property) set(t *Thread, obj, v Object, name string) error { return notYet("property") }

// A Super is a super object.
type Super struct {
	This *Class
	Self Object // nil is none
	Of   *Class // where the search goes on after This
}

// Class returns the class super.
func (*Super) Class() *Class { return SuperClass }

type weakRefs struct{}

func notYet(what string) error { return Raise(NotImplementedError, "%s", what) }

func (t *Thread) construct(c *Class, a Args) (Object, error) { return nil, notYet("construct") }
func linearize(c *Class) []*Class {
	list := append([]*Class{}, c)
	if len(c.Bases) > 0 {
		list = append(list, c.Bases[0].MRO...)
	}
	return list
}
func identityHash(x Object) int64 { return 1 }
func setupObject()                {}
func setupType()                  {}
func setupFunctions()             {}
