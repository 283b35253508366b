package starlark

import (
	"errors"
	"io"

	sl "go.starlark.net/starlark"

	"github.com/elide-dev/elided/internal/lang"
)

// A denied value stands where an intrinsic is not granted: whatever is done with it
// is an error that names the intrinsic.
type denied string

var (
	_ sl.HasAttrs = denied("")
	_ sl.Mapping  = denied("")
)

func (d denied) err() error     { return errors.New(lang.NotGranted(string(d))) }
func (d denied) String() string { return "<" + string(d) + ": not granted>" }

// Type is in the engine's errors about what the value can't do.
func (d denied) Type() string                         { return lang.NotGranted(string(d)) }
func (d denied) Freeze()                              {}
func (d denied) Truth() sl.Bool                       { return false }
func (d denied) Hash() (uint32, error)                { return 0, d.err() }
func (d denied) Attr(string) (sl.Value, error)        { return nil, d.err() }
func (d denied) AttrNames() []string                  { return nil }
func (d denied) Get(sl.Value) (sl.Value, bool, error) { return nil, false, d.err() }

// noOutput is an output that is not granted.
type noOutput struct{}

var errNoOutput = errors.New(lang.NotGranted("io"))

func (noOutput) Write([]byte) (int, error) { return 0, errNoOutput }

func (in *instance) stdout() io.Writer { return in.granted(in.host.Stdout) }
func (in *instance) stderr() io.Writer { return in.granted(in.host.Stderr) }

func (in *instance) granted(w io.Writer) io.Writer {
	if in.host.NoIO {
		return noOutput{}
	}
	return w
}
