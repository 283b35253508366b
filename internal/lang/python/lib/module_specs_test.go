package lib_test

import (
	"bytes"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// TestSpecsOfGivenModules asks for the specs of a program's own files, and loads one by its
// spec.
func TestSpecsOfGivenModules(t *testing.T) {
	const source = `
import importlib.util, sys, helper, pk.sub, bare.x
print(helper.known, helper.__spec__, helper.__loader__.get_source("helper"))
print(pk.__spec__.submodule_search_locations, pk.sub.__spec__.parent, pk.sub.__loader__.is_package("pk"), pk.__loader__.is_package("pk"))
print(type(bare.__loader__).__name__, bare.__spec__.origin, list(bare.__path__), vars(pk)["__spec__"] is pk.__spec__)
spec = importlib.util.find_spec("pk.other")
print("pk.other" in sys.modules)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.z, importlib.util.find_spec(".sub", "pk").name, importlib.util.find_spec("pk.none"))
`
	const want = `('helper', 'helper') ModuleSpec(name='helper', loader=SourceFileLoader, origin='helper.py') known = __spec__.name, __loader__.name
['pk'] pk False True
NamespaceLoader None ['bare'] True
False
7 pk.sub None
`
	files := map[string]string{
		"helper.py": "known = __spec__.name, __loader__.name", "pk/__init__.py": "", "pk/sub.py": "", "pk/other.py": "z = 7", "bare/x.py": "",
	}
	const named = "import importlib.machinery\nimportlib.machinery.SourceFileLoader.__repr__ = lambda self: 'SourceFileLoader'\n"
	var stdout, stderr bytes.Buffer
	p := &lang.Program{Name: "main.py", Code: named + source, Files: files, Dir: "/", Env: map[string]string{}}
	out := python.New().Prepare().Run(p, &lang.Host{Stdout: &stdout, Stderr: &stderr})
	if out.ExitCode != 0 || stdout.String() != want {
		t.Errorf("exit %d, printed\n%s%s", out.ExitCode, stdout.String(), stderr.String())
	}
}
