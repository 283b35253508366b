package inspect

import (
	"testing"

	"github.com/dop251/goja"
)

// TestLongBoxedString has an object whose keys, one for each character, once took a
// hundred times the memory of its text.
func TestLongBoxedString(t *testing.T) {
	vm := goja.New()
	v, err := vm.RunString(`Object.assign(Object('x'.repeat(1 << 21)), {more: 1})`)
	if err != nil {
		t.Fatal(err)
	}
	var text string
	allocations := testing.AllocsPerRun(1, func() { text = Inspect(vm, v, Options{MaxStringLength: 3}) })
	if want := "[String: 'xxx'... 2097149 more characters]"; text != want {
		t.Errorf("got %.100q, want %q", text, want)
	}
	if allocations > 10_000 {
		t.Errorf("%.0f allocations", allocations)
	}
}
