package time

import (
	"github.com/elide-dev/elided/internal/lang/python/lib/strftime"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

type patternsKey struct{}

// A patternKey is what a format is kept by.
type patternKey struct {
	format string
	zones  strftime.Zones
}

// maxPatterns is how many formats an execution keeps.
const maxPatterns = 100

// Parse is strptime: it reads a text by a format; nil is that of ctime.
func Parse(t *py.Thread, text, format py.Object) (*strftime.Parsed, error) {
	if format == nil {
		format = py.NewStr("%a %b %d %H:%M:%S %Y")
	}
	var both [2]string
	for i, x := range []py.Object{text, format} {
		s, ok := py.Native(x).(*py.Str)
		if !ok {
			return nil, py.Raise(py.TypeError, "strptime() argument %d must be str, not <class '%s'>", i, x.Class().FullName())
		}
		both[i] = s.String()
	}
	p, err := pattern(t, both[1])
	if err != nil {
		return nil, err
	}
	r, err := p.Parse(both[0], func(s string) string { return py.Repr(t, py.NewStr(s)) })
	if err != nil {
		return nil, py.Raise(py.ValueError, "%s", err)
	}
	return r, nil
}

func pattern(t *py.Thread, format string) (*strftime.Pattern, error) {
	known, ok := t.In.Data[patternsKey{}].(map[patternKey]*strftime.Pattern)
	if !ok || len(known) >= maxPatterns {
		known = map[patternKey]*strftime.Pattern{}
		t.In.Data[patternsKey{}] = known
	}
	l := yearOf(t)
	key := patternKey{format, strftime.Zones{Standard: l.names[0], Saving: l.names[1], HasSaving: l.daylight()}}
	p := known[key]
	if p == nil {
		var err error
		if p, err = strftime.Compile(format, key.zones); err != nil {
			return nil, py.Raise(py.ValueError, "%s", err)
		}
		known[key] = p
	}
	return p, nil
}
