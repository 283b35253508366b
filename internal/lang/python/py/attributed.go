package py

// An Own is what a kind of object embeds to have attributes of its own.
type Own struct{ dict *Dict }

func (o *Own) ownDict() **Dict { return &o.dict }

// An Attributed is an Opaque that has attributes of its own.
type Attributed[T any] struct {
	Of    *Class
	Value T
	Own
}

// Class returns its class.
func (o *Attributed[T]) Class() *Class { return o.Of }

// attributed is what has attributes of its own without being an Instance.
type attributed interface{ ownDict() **Dict }

// Weakly is part of WeaklyReferable.
func (o *Attributed[T]) Weakly() func() Object { return weakly(o) }

// AddDict gives a class of Attributed objects __dict__; for DefineClass.
func (c *Class) AddDict() {
	c.AddGetSets(&GetSet{Name: "__dict__", Get: func(_ *Thread, o Object) (Object, error) {
		d := attributes(o, true)
		if d == nil {
			return nil, noAttribute(o, "__dict__")
		}
		return d, nil
	}, Set: setOwnDict})
}

// setOwnDict replaces an object's attributes.
func setOwnDict(_ *Thread, o, v Object) error {
	x, ok := o.(attributed)
	if !ok {
		return setDict(nil, o, v)
	}
	if v == nil {
		return Raise(TypeError, "cannot delete __dict__")
	}
	d, ok := Native(v).(*Dict)
	if !ok {
		return Raise(TypeError, "__dict__ must be set to a dictionary, not a '%s'", v.Class().fullName())
	}
	*x.ownDict() = d
	return nil
}
