// Package hostfstest gives tests of other packages real directories.
package hostfstest

import (
	"testing"

	"github.com/elide-dev/elided/internal/executor/hostfs"
	"github.com/elide-dev/elided/internal/lang"
)

// Files has dir be seen as path, which relative paths begin at too, until the test
// ends.
func Files(t *testing.T, path, dir string) lang.Files {
	t.Helper()
	d, err := hostfs.Open(path, dir, true, []string{hostfs.AnyRoot}, hostfs.Descriptors{})
	if err != nil {
		t.Fatal(err)
	}
	f := hostfs.New([]hostfs.Directory{d}, path, hostfs.NewSlots(8), hostfs.Descriptors{})
	t.Cleanup(f.Close)
	return f
}
