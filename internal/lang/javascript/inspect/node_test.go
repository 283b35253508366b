package inspect

import (
	"os"
	"strings"
	"testing"

	"github.com/dop251/goja"
)

// TestLikeNode compares with what Node 20 prints: testdata/node.txt has programs, each
// after a line "#", and what they show in Node, after a line "=>". A program calls log,
// which is util.format, or insp, which is util.inspect; what the last call makes counts.
func TestLikeNode(t *testing.T) {
	b, err := os.ReadFile("testdata/node.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split("\n"+strings.TrimSuffix(string(b), "\n"), "\n#\n")[1:]
	if len(cases) < 100 {
		t.Fatalf("%d cases", len(cases))
	}
	for _, c := range cases {
		source, want, _ := strings.Cut(c, "\n=>\n")
		t.Run(source[:min(len(source), 40)], func(t *testing.T) {
			if got := shown(t, source); got != want {
				t.Errorf("%s\ngot\n%s\nwant\n%s", source, got, want)
			}
		})
	}
}

func shown(t *testing.T, source string) (text string) {
	t.Helper()
	vm := goja.New()
	in := New(vm)
	set := func(name string, f func(goja.FunctionCall)) {
		err := vm.Set(name, func(call goja.FunctionCall) goja.Value {
			f(call)
			return goja.Undefined()
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	set("log", func(call goja.FunctionCall) { text = Format(vm, call.Arguments) })
	set("insp", func(call goja.FunctionCall) { text = Inspect(vm, call.Argument(0), in.ParseOptions(call.Argument(1))) })
	if _, err := vm.RunString(source); err != nil {
		t.Fatal(err)
	}
	return text
}
