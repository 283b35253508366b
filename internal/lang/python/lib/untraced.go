package lib

import (
	"slices"
	"strings"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// untraced has, by file, the classes whose methods are written in C in CPython, where they
// have no entries in tracebacks. "" is all of the file.
var untraced = map[string][]string{
	"asyncio/futures.py":      {"Future."},
	"asyncio/tasks.py":        {"Task."},
	"collections/__init__.py": {"OrderedDict.", "defaultdict."},
	"contextvars.py":          {""},
	"decimal.py":              {""},
	"queue.py":                {"SimpleQueue."},
	"threading.py":            {"local."},
	"weakref.py":              {"ProxyType.", "CallableProxyType."},
}

// leaveUntraced marks the functions within c that belong to the classes.
func leaveUntraced(c *code.Code, classes []string) {
	for _, k := range c.Consts {
		inner, ok := k.(*code.Code)
		if !ok || len(classes) == 0 {
			continue
		}
		inner.Untraced = slices.ContainsFunc(classes, func(class string) bool { return strings.HasPrefix(inner.QualName, class) })
		leaveUntraced(inner, classes)
	}
}
