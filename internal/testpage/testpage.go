// Package testpage keeps parts of the documentation to what the code says.
package testpage

import (
	"flag"
	"os"
	"strings"
	"testing"
)

// The flag is that of `go test -update` in every package whose tests use Section.
var update = flag.Bool("update", false, "write what the tests compare with")

// Update reports whether tests are to write what they compare with.
func Update() bool { return *update }

// Section checks that a page has the text now between the comment that begins with "NAME: written
// by" and ends with "-update", and the comment "end of NAME"; with -update it writes it there.
func Section(t *testing.T, page, name, now string) {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(text), "<!-- "+name+": written by ")
	command, rest, begins := strings.Cut(rest, " -->\n")
	old, after, ends := strings.Cut(rest, "<!-- end of "+name+" -->")
	switch {
	case !begins || !ends || !strings.HasSuffix(command, "-update"):
		t.Fatalf("%s has no place for its %s", page, name)
	case old == now:
	case !*update:
		t.Fatalf("%s has other %s than the code: run %s", page, name, command)
	default:
		head := before + "<!-- " + name + ": written by " + command + " -->\n"
		if err := os.WriteFile(page, []byte(head+now+"<!-- end of "+name+" -->"+after), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
