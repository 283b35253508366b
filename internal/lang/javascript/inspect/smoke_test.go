package inspect

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/dop251/goja"
)

func TestSmoke(t *testing.T) {
	b, _ := os.ReadFile("/tmp/insp/cases.txt")
	w, _ := os.Create("/tmp/insp/got.txt")
	for i, src := range strings.Split(strings.TrimSpace(string(b)), "\n---\n") {
		vm := goja.New()
		var out string
		vm.Set("log", func(c goja.FunctionCall) goja.Value { out = Format(vm, c.Arguments); return nil })
		vm.Set("inspect", New(vm).Function())
		vm.Set("insp", func(c goja.FunctionCall) goja.Value { out = Inspect(vm, c.Argument(0), New(vm).ParseOptions(c.Argument(1))); return nil })
		if _, err := vm.RunString(src); err != nil {
			out = "THROWS " + err.Error()
		}
		fmt.Fprintf(w, "=== %d\n%s\n", i, out)
	}
	w.Close()
}
