package config

import (
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/testpage"
)

// TestReference checks that the page about the configuration has every key.
func TestReference(t *testing.T) {
	var b strings.Builder
	if err := New(Places{}).Reference(&b); err != nil {
		t.Fatal(err)
	}
	testpage.Section(t, "../../docs/configuration.md", "keys", b.String())
}
