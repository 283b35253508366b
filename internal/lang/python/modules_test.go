package python_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang/python/lib"
)

var update = flag.Bool("update", false, "write what the tests compare with")

// TestModulesListed checks that the page about Python has every module of the library.
func TestModulesListed(t *testing.T) {
	const page = "../../../docs/languages/python.md"
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(text), "-update -->\n")
	old, after, found := strings.Cut(rest, "<!-- end of modules -->")
	if !found {
		t.Fatal("the page has no place for the modules")
	}
	var b strings.Builder
	line := ""
	for _, name := range lib.Names() {
		item := "`" + name + "`"
		if len(line)+len(item) > 110 {
			b.WriteString(line + "\n")
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += item
	}
	b.WriteString(line + "\n")
	if b.String() == old {
		return
	}
	if !*update {
		t.Fatalf("%s lacks modules, or has some that are gone: run go test ./internal/lang/python -run TestModulesListed -update", page)
	}
	if err := os.WriteFile(page, []byte(before+"-update -->\n"+b.String()+"<!-- end of modules -->"+after), 0o644); err != nil {
		t.Fatal(err)
	}
}
