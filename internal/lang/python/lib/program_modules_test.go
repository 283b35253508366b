package lib_test

import (
	"bytes"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
)

// TestIterModules finds the modules of a program's packages, as programs with plugins do.
func TestIterModules(t *testing.T) {
	const source = `
import importlib, json, pkgutil, plugins
for info in pkgutil.iter_modules(plugins.__path__, "plugins."):
    print(info.name, info.ispkg, importlib.import_module(info.name).value)
print([info.name for info in pkgutil.walk_packages(plugins.__path__, "plugins.")])
print([info.name for info in pkgutil.iter_modules()])
print("decoder" in [info.name for info in pkgutil.iter_modules(json.__path__)])
for finder, name, _ in pkgutil.iter_modules(["plugins"]):
    print(finder, finder.find_module(name).load_module(name).value)
print(list(pkgutil.iter_modules(["/nowhere", "plugins/folder/", "../plugins"])))
`
	const want = `plugins.a False 1
plugins.b False 2
plugins.sub True 3
['plugins.a', 'plugins.b', 'plugins.sub', 'plugins.sub.deep']
['other', 'plugins']
True
FileFinder('plugins') 1
FileFinder('plugins') 2
FileFinder('plugins') 3
[ModuleInfo(module_finder=FileFinder('plugins/folder/'), name='x', ispkg=False)]
`
	files := map[string]string{
		"plugins/__init__.py": "", "plugins/a.py": "value = 1", "plugins/b.py": "value = 2", "plugins/not-one.py": "",
		"plugins/sub/__init__.py": "value = 3", "plugins/sub/deep.py": "", "plugins/folder/x.py": "", "other.py": "", "data.txt": "",
	}
	var stdout, stderr bytes.Buffer
	p := &lang.Program{Name: "main.py", Code: source, Files: files, Dir: "/", Env: map[string]string{}}
	out := python.New().Prepare().Run(p, &lang.Host{Stdout: &stdout, Stderr: &stderr})
	if out.ExitCode != 0 || stdout.String() != want {
		t.Errorf("exit code %d, output:\n%s%s", out.ExitCode, stdout.String(), stderr.String())
	}
}

// TestPathOfProgram imports modules of a program's own folder that is put into sys.path.
func TestPathOfProgram(t *testing.T) {
	const source = `
import sys
sys.path.append("lib")
import helper, pack.inner
print(helper.value, helper.__file__, pack.inner.value, pack.__path__)
sys.path.append("absent.zip")
try:
    import absent
except ImportError as e:
    print(e)
`
	files := map[string]string{"lib/helper.py": "value = 1", "lib/pack/__init__.py": "", "lib/pack/inner.py": "value = 2"}
	var stdout, stderr bytes.Buffer
	p := &lang.Program{Name: "main.py", Code: source, Files: files, Dir: "/work", Env: map[string]string{}}
	python.New().Prepare().Run(p, &lang.Host{Stdout: &stdout, Stderr: &stderr})
	if want := "1 /work/lib/helper.py 2 ['/work/lib/pack']\nNo module named 'absent'\n"; stdout.String() != want {
		t.Errorf("output:\n%s%s", stdout.String(), stderr.String())
	}
}
