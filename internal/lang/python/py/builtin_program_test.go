package py_test

import "testing"

// TestBuiltinPrograms runs programs about the built-in classes and functions at their
// edges; what they print was recorded from CPython 3.11.
func TestBuiltinPrograms(t *testing.T) { testPrograms(t, "testdata/builtins") }
