package javascript

import (
	"maps"
	"path"
	"slices"
	"time"

	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang"
)

func (in *instance) argv() *goja.Object {
	argv := []string{"elided", path.Join(in.program.Dir, in.program.Name)}
	return in.strings(append(argv, in.program.Args...))
}

func (in *instance) env() *goja.Object {
	if in.host.NoEnv {
		panic(in.codedError("Error", "ERR_ACCESS_DENIED", lang.NotGranted("env")))
	}
	o := in.vm.NewObject()
	for _, name := range slices.Sorted(maps.Keys(in.program.Env)) {
		must(o.Set(name, in.program.Env[name]))
	}
	return o
}

func (in *instance) versions() *goja.Object {
	o := in.vm.NewObject()
	must(o.Set("node", nodeVersion))
	must(o.Set("elided", nodeVersion))
	must(o.Set("goja", "1"))
	return o
}

func (in *instance) release() *goja.Object {
	o := in.vm.NewObject()
	must(o.Set("name", "elided"))
	return o
}

func (in *instance) memoryUsage() *goja.Object {
	o := in.vm.NewObject()
	for _, p := range []struct {
		name string
		n    int
	}{{"rss", 8 * heapUsed}, {"heapTotal", 2 * heapUsed}, {"heapUsed", heapUsed}, {"external", 0}, {"arrayBuffers", 0}} {
		must(o.Set(p.name, p.n))
	}
	return o
}

func (in *instance) cpuUsage() *goja.Object {
	o := in.vm.NewObject()
	must(o.Set("user", time.Since(in.begun).Microseconds()))
	must(o.Set("system", 0))
	return o
}

func (in *instance) makeHrtime() goja.Value {
	f := in.function("hrtime", func(call goja.FunctionCall) goja.Value {
		t := int64(time.Since(in.begun))
		if since, ok := call.Argument(0).(*goja.Object); ok {
			t -= since.Get("0").ToInteger()*int64(time.Second) + since.Get("1").ToInteger()
		}
		seconds, nanoseconds := t/int64(time.Second), t%int64(time.Second)
		if nanoseconds < 0 {
			seconds, nanoseconds = seconds-1, nanoseconds+int64(time.Second)
		}
		return in.vm.NewArray(seconds, nanoseconds)
	})
	must(f.Set("bigint", in.function("bigint", func(goja.FunctionCall) goja.Value {
		return in.bigInt(int64(time.Since(in.begun)))
	})))
	return f
}
