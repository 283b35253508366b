package lib

import (
	"github.com/elide-dev/elided/internal/lang/python/lib/itertools"
	"github.com/elide-dev/elided/internal/lang/python/lib/math"
	"github.com/elide-dev/elided/internal/lang/python/lib/re"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// native are the modules that are written in Go.
var native = map[string]func(t *py.Thread) (*py.Module, error){
	"math":          math.New,
	"re":            re.New,
	"itertools":     itertools.New,
	"_asyncio_host": asyncioHost,
}
