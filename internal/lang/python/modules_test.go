package python_test

import (
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang/python/lib"
	"github.com/elide-dev/elided/internal/testpage"
)

// TestModulesListed checks that the page about Python has every module of the library.
func TestModulesListed(t *testing.T) {
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
	testpage.Section(t, "../../../docs/languages/python.md", "modules", b.String())
}
