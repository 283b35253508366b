package inspect

import (
	"slices"

	"github.com/dop251/goja"
)

// maxLayers is how many prototypes' properties are shown with an object's own.
const maxLayers = 3

// An inheritedKey is a key of a prototype.
type inheritedKey struct {
	key
	of *goja.Object
}

// inherited returns the keys that an object has from prototypes of the program's own, but
// for methods. They are shown with hidden properties.
func (p *printer) inherited(o *goja.Object, f *facts) []inheritedKey {
	if !p.showHidden {
		return nil
	}
	var list []inheritedKey
	taken := map[key]bool{{name: "constructor"}: true}
	for range maxLayers {
		holder := f.next
		if holder == nil {
			break
		}
		if f = p.factsOf(holder, true); slices.Contains(builtinClasses, f.constructor) {
			break
		}
		keys, _ := p.keys(holder, 0)
		for _, k := range keys {
			own, _ := p.eng.own(holder, p.keyValue(k))
			if !taken[k] && !isCallable(own.value) && !p.eng.hasOwn(o, p.keyValue(k)) {
				list = append(list, inheritedKey{k, holder})
			}
			taken[k] = true
		}
	}
	return list
}
