package compile

import (
	"testing"

	"github.com/elide-dev/elided/internal/lang/python/ast"
	"github.com/elide-dev/elided/internal/lang/python/code"
	"github.com/elide-dev/elided/internal/lang/python/parse"
)

// TestKinds is of where the names of each kind of code live.
func TestKinds(t *testing.T) {
	for _, k := range []struct {
		name, src string
		compile   func(*ast.Module, string, ...func() error) (*code.Code, error)
		kind      code.Kind
		want      string
	}{
		{"module", "x = y\nx", Module, code.Module, "LoadGlobal r0, y\nStoreGlobal x, r0\nLoadGlobal r0, x\nReturn None\n"},
		{"exec", "x = y\nx", Exec, code.Module, "LoadName r0, y\nStoreName x, r0\nLoadName r0, x\nReturn None\n"},
		{"single", "x", Single, code.Single, "LoadName r0, x\nPrintValue r0\nReturn None\n"},
		{"a comprehension of exec's", "[x for x in y]", Exec, code.Module, "MakeFunc r0, <<listcomp>>, 0, r0\nLoadName r2, y\nGetIter r1, r2\nCall r0, r0, 1, -\nReturn None\n"},
		{"a comprehension of a module's", "[x for x in y]", Module, code.Module, "LoadGlobal r2, y\nGetIter r1, r2\nBuildList r0, r0, 0\nForIter r2, r1, @6\nListAppend r0, r2\nJumpBack @3\nReturn None\n"},
		{"an explicit global", "global x\nx = 1", Exec, code.Module, "StoreGlobal x, 1\nReturn None\n"},
	} {
		m, err := parse.Module("f", k.src)
		if err != nil {
			t.Fatal(err)
		}
		c, err := k.compile(m, "f")
		if err != nil {
			t.Fatal(err)
		}
		if got := listing(c); got != k.want || c.Kind != k.kind {
			t.Errorf("%s: kind %d\n%s", k.name, c.Kind, got)
		}
	}
	e, err := parse.Expression("f", "(x := y) + 1")
	if err != nil {
		t.Fatal(err)
	}
	c, err := Eval(e, "f", 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := listing(c); got != "LoadName r0, y\nStoreName x, r0\nAdd r0, r0, 1\nReturn r0\n" || c.Kind != code.Eval {
		t.Errorf("eval:\n%s", got)
	}
}

// TestInlined is of what tells an inlined comprehension from the code around it.
func TestInlined(t *testing.T) {
	c := compileModule(t, "x = [[a for a in b] for b in y]\n")
	if len(c.Inlined) != 2 || c.Inlined[0].Start <= c.Inlined[1].Start || c.Inlined[0].End >= c.Inlined[1].End ||
		c.Inlined[1].Place != (code.Place{Line: 1, Col: 4, EndCol: 31}) {
		t.Errorf("%+v", c.Inlined)
	}
	for _, src := range []string{
		"[lambda: a for a in b]", "[eval('a') for a in b]", "[a for a in b if c for c in b]",
		"class A: [a for a in b]", "(a for a in b)",
	} {
		if c := compileModule(t, src+"\n"); len(c.Inlined) > 0 {
			t.Errorf("%s is inlined", src)
		}
	}
}
