package python_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/python"
	"github.com/elide-dev/elided/internal/testpage"
)

// A difference is a row of the page's table "What differs, and why", and a program that
// shows what elided does. To change a row, change it here, and have the page written.
type difference struct {
	what, cpython, here string
	program, prints     string
}

// TestDifferences checks that what the page says differs does what the page says.
func TestDifferences(t *testing.T) {
	for _, d := range differences {
		t.Run(d.what, func(t *testing.T) {
			var out bytes.Buffer
			p := &lang.Program{Name: "script.py", Code: d.program, Dir: "/", Env: map[string]string{"TZ": "America/New_York"}}
			python.New().Prepare().Run(p, &lang.Host{Stdout: &out, Stderr: &out})
			compareLines(t, out.String(), strings.TrimPrefix(d.prints, "\n"))
		})
	}
}

// TestDifferencesListed checks that the page's table is the one above.
func TestDifferencesListed(t *testing.T) {
	var b strings.Builder
	b.WriteString("| | CPython 3.11 | here |\n|---|---|---|\n")
	for _, d := range differences {
		if d.program == "" || d.prints == "" {
			t.Errorf("%s has no test", d.what)
		}
		b.WriteString("| " + strings.Join([]string{d.what, d.cpython, d.here}, " | ") + " |\n")
	}
	testpage.Section(t, "../../../docs/languages/python.md", "differences", b.String())
}
