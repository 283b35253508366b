package starlark

import (
	"errors"
	"fmt"
	"io"
	"math"
	"time"

	starjson "go.starlark.net/lib/json"
	starmath "go.starlark.net/lib/math"
	startime "go.starlark.net/lib/time"
	sl "go.starlark.net/starlark"
	"go.starlark.net/starlarkstruct"
)

// A builtinFunc is the engine's signature of a builtin.
type builtinFunc = func(*sl.Thread, *sl.Builtin, sl.Tuple, []sl.Tuple) (sl.Value, error)

// builtins returns what every program sees beside the engine's own names. Some
// replace the engine's, which a nested or cyclic value can lead into recursion
// that overflows the stack of the whole process.
func builtins() sl.StringDict {
	names := sl.StringDict{
		"fs":   fsModule(),
		"json": guardedJSON(starjson.Module),
		"math": starmath.Module,
		"time": startime.Module,
	}
	for name, f := range map[string]builtinFunc{
		"print":  print,
		"eprint": eprint,
		"exit":   exit,
		"fail":   fail,
		"module": starlarkstruct.MakeModule,
		"repr":   repr,
		"sleep":  sleep,
		"str":    str,
		"struct": makeRecord,
	} {
		names[name] = sl.NewBuiltin(name, f)
	}
	return names
}

func instanceOf(t *sl.Thread) *instance { return t.Local(instanceKey).(*instance) }

func print(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	return printTo(instanceOf(t).stdout(), b, args, kwargs)
}

func eprint(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	return printTo(instanceOf(t).stderr(), b, args, kwargs)
}

func printTo(w io.Writer, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	sep := " "
	if err := sl.UnpackArgs(b.Name(), nil, kwargs, "sep?", &sep); err != nil {
		return nil, err
	}
	return sl.None, write(w, joinText(args, sep)+"\n")
}

func write(w io.Writer, text string) error {
	if _, err := io.WriteString(w, text); errors.Is(err, errNoOutput) {
		return err
	} else if err != nil {
		return errOutput
	}
	return nil
}

func fail(_ *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	sep := " "
	if err := sl.UnpackArgs(b.Name(), nil, kwargs, "sep?", &sep); err != nil {
		return nil, err
	}
	return nil, errors.New("fail: " + joinText(args, sep))
}

// exit ends the program. Its code is cut to 8 bits, as a process's is.
func exit(_ *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	var code sl.Int
	if err := sl.UnpackArgs(b.Name(), args, kwargs, "code?", &code); err != nil {
		return nil, err
	}
	low, _ := code.And(sl.MakeInt(0xff)).Int64()
	return nil, &exitError{int(low)}
}

// sleep takes seconds, or a duration of the module time.
func sleep(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	var v sl.Value
	if err := sl.UnpackArgs(b.Name(), args, kwargs, "seconds", &v); err != nil {
		return nil, err
	}
	d, err := duration(v)
	if err != nil {
		return nil, err
	}
	instanceOf(t).sleep(d)
	return sl.None, nil
}

func duration(v sl.Value) (time.Duration, error) {
	if d, ok := v.(startime.Duration); ok {
		return time.Duration(d), nil
	}
	seconds, ok := sl.AsFloat(v)
	if !ok {
		return 0, fmt.Errorf("sleep: got %s, want seconds or a duration", v.Type())
	}
	if !(seconds >= 0) { // NaN too
		return 0, fmt.Errorf("sleep: got %v seconds, want 0 or more", seconds)
	}
	ns := seconds * float64(time.Second)
	if ns >= math.MaxInt64 {
		return math.MaxInt64, nil
	}
	return time.Duration(ns), nil
}

// sleep returns early when the run is interrupted: the engine sees that at its
// next step.
func (in *instance) sleep(d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	in.host.Waiting(func() {
		select {
		case <-timer.C:
		case <-in.stop:
		}
	})
}

func repr(_ *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	var v sl.Value
	if err := sl.UnpackPositionalArgs(b.Name(), args, kwargs, 1, &v); err != nil {
		return nil, err
	}
	return sl.String(literal(v)), nil
}

func str(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	var v sl.Value
	if err := sl.UnpackPositionalArgs(b.Name(), args, kwargs, 1, &v); err != nil {
		return nil, err
	}
	if _, ok := v.(sl.Bytes); ok { // decoded, unlike in print
		return sl.Call(t, sl.Universe["str"], args, nil)
	}
	return sl.String(text(v)), nil
}
