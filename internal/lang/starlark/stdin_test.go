package starlark_test

import (
	"testing"

	"github.com/elide-dev/elided/internal/lang"
	"github.com/elide-dev/elided/internal/lang/starlark"
)

func TestStdin(t *testing.T) {
	for _, test := range []struct{ name, stdin, code, want string }{
		{"read", "a\nb", `print(repr(stdin.read()), repr(stdin.read()))`, `"a\nb" ""`},
		{"lines to the end", "a\n\nb", `print([stdin.readline() for i in range(5)])`, `["a\n", "\n", "b", "", ""]`},
		{"all lines", "a\nb\n", `print(stdin.readlines(), stdin.readlines())`, `["a\n", "b\n"] []`},
		{"iteration goes on where a line was read", "a\nb\nc", `x = stdin.readline(); print([l for l in stdin])`, `["b\n", "c"]`},
		{"iteration that stops takes no more", "a\nb\nc", "for l in stdin:\n    break\nprint(repr(stdin.read()))", `"b\nc"`},
		{"nothing", "", `print([l for l in stdin], repr(stdin.readline()), dir(stdin), stdin)`, `[] "" ["read", "readline", "readlines"] <stdin>`},
	} {
		t.Run(test.name, func(t *testing.T) {
			out, stdout, stderr := run(starlark.New(starlark.Options{}), lang.Program{Code: test.code, Stdin: []byte(test.stdin)})
			if out.Reason != lang.Exited || stdout != test.want+"\n" {
				t.Errorf("ended with %+v, stdout %q, stderr %q; want %q", out, stdout, stderr, test.want)
			}
		})
	}
}

func TestStdinMethodsTakeNoArguments(t *testing.T) {
	out, _, _ := run(starlark.New(starlark.Options{}), lang.Program{Code: `stdin.read(1)`})
	if want := "Error: stdin.read: takes no arguments"; out.Err == nil || out.Err.Message != want {
		t.Errorf("ended with %+v, %+v; want %q", out, out.Err, want)
	}
}
