package lower

import "reflect"

// A visitor sees a pointer to a node and returns what sees the nodes below it; nil is
// itself.
type visitor func(node any) visitor

// walk shows every node below v to visit. It uses reflection, because goja's syntax
// tree comes without a walk, and is called for suspicious sources only.
func walk(v reflect.Value, visit visitor) {
	switch v.Kind() {
	case reflect.Interface:
		if !v.IsNil() {
			walk(v.Elem(), visit)
		}
	case reflect.Pointer:
		if v.IsNil() || v.Elem().Kind() != reflect.Struct || !v.Elem().CanInterface() {
			return
		}
		if below := visit(v.Interface()); below != nil {
			visit = below
		}
		walk(v.Elem(), visit)
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), visit)
		}
	case reflect.Struct:
		walkFields(v, visit)
	}
}

func walkFields(v reflect.Value, visit visitor) {
	for i := range v.NumField() {
		// A declaration list repeats nodes that the body has.
		if f := v.Type().Field(i); f.IsExported() && f.Name != "DeclarationList" && f.Name != "File" {
			walk(v.Field(i), visit)
		}
	}
}
