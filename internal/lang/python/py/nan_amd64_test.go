package py_test

import "testing"

// TestNaNSigns runs programs about the signs of NaN, which are the processor's.
func TestNaNSigns(t *testing.T) { testPrograms(t, "testdata/amd64") }
