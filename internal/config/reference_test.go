package config

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the page of the reference")

// TestReference checks that the page about the configuration has every key.
func TestReference(t *testing.T) {
	const page, begin, end = "../../docs/configuration.md", "-update -->\n", "<!-- end of keys -->"
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(text), begin)
	old, after, found := strings.Cut(rest, end)
	if !found {
		t.Fatal("the page has no place for the keys")
	}
	var b strings.Builder
	if err := New(Places{}).Reference(&b); err != nil {
		t.Fatal(err)
	}
	if b.String() == old {
		return
	}
	if !*update {
		t.Fatalf("%s is not what the table of keys says: run go test ./internal/config -run TestReference -update", page)
	}
	if err := os.WriteFile(page, []byte(before+begin+b.String()+end+after), 0o644); err != nil {
		t.Fatal(err)
	}
}
