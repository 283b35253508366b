package py

// A Module is a module.
type Module struct {
	Name  string
	Dict  *Dict
	class *Class // of a program's subclass; nil is module
	made  bool   // by a call of the class, not by an import
	bare  bool   // imported without a __spec__ and a __loader__, which are made when they are asked for
}

// Class returns the class module, or a subclass.
func (m *Module) Class() *Class {
	if m.class != nil {
		return m.class
	}
	return ModuleClass
}

// NewModule returns a module without names of its own.
func NewModule(name string) *Module {
	m := &Module{Name: name, Dict: NewDict()}
	m.begin()
	return m
}

// begin gives a module the names that each has.
func (m *Module) begin() {
	m.Dict.SetStr("__name__", NewStr(m.Name))
	m.Dict.SetStr("__doc__", None)
	m.Dict.SetStr("__package__", None)
	m.Dict.SetStr("__loader__", None)
	m.Dict.SetStr("__spec__", None)
}

// Set sets a name and returns m.
func (m *Module) Set(name string, v Object) *Module {
	m.Dict.SetStr(name, v)
	return m
}

// Add adds a function to a module that is written in Go.
func (m *Module) Add(name, signature string, fn GoFunc) {
	b := NewBuiltin(name, signature, fn)
	b.Module = m.Name
	m.Dict.SetStr(name, b)
}

func (m *Module) noAttribute(name string) error {
	own := textOf(OrNone(m.Dict.GetStr("__name__")))
	if own == "" {
		return Raise(AttributeError, "module has no attribute '%s'", name).With("name", NewStr(name)).With("obj", m)
	}
	return Raise(AttributeError, "module '%s' has no attribute '%s'", own, name).With("name", NewStr(name)).With("obj", m)
}
