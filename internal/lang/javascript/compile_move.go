package javascript

import (
	"reflect"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
)

// moveBack subtracts n bytes from every position in tree. It uses reflection, because
// goja's syntax tree comes without a walk, and is called for rare sources only.
func moveBack(tree *ast.Program, n int) {
	m := mover{by: file.Idx(n), seen: map[any]bool{}}
	m.move(reflect.ValueOf(tree.Body))
}

type mover struct {
	by   file.Idx
	seen map[any]bool // nodes that hang in the tree twice are moved once
}

var indexType = reflect.TypeFor[file.Idx]()

func (m mover) move(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface:
		if !v.IsNil() {
			m.move(v.Elem())
		}
	case reflect.Pointer:
		if v.IsNil() || v.Elem().Kind() != reflect.Struct || m.seen[v.Interface()] {
			return
		}
		m.seen[v.Interface()] = true
		m.move(v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			m.move(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				m.move(v.Field(i))
			}
		}
	default:
		if v.Type() == indexType && v.CanSet() && v.Int() > 0 {
			v.SetInt(int64(max(1, file.Idx(v.Int())-m.by)))
		}
	}
}
