package lib

import (
	"github.com/elide-dev/elided/internal/lang/python/lib/array"
	"github.com/elide-dev/elided/internal/lang/python/lib/asttree"
	"github.com/elide-dev/elided/internal/lang/python/lib/binascii"
	"github.com/elide-dev/elided/internal/lang/python/lib/bisect"
	"github.com/elide-dev/elided/internal/lang/python/lib/bz2"
	"github.com/elide-dev/elided/internal/lang/python/lib/cmath"
	"github.com/elide-dev/elided/internal/lang/python/lib/collections"
	"github.com/elide-dev/elided/internal/lang/python/lib/csv"
	"github.com/elide-dev/elided/internal/lang/python/lib/datetime"
	"github.com/elide-dev/elided/internal/lang/python/lib/decimal"
	"github.com/elide-dev/elided/internal/lang/python/lib/expat"
	"github.com/elide-dev/elided/internal/lang/python/lib/functools"
	"github.com/elide-dev/elided/internal/lang/python/lib/hashlib"
	"github.com/elide-dev/elided/internal/lang/python/lib/heapq"
	"github.com/elide-dev/elided/internal/lang/python/lib/io"
	"github.com/elide-dev/elided/internal/lang/python/lib/itertools"
	"github.com/elide-dev/elided/internal/lang/python/lib/json"
	"github.com/elide-dev/elided/internal/lang/python/lib/lzma"
	"github.com/elide-dev/elided/internal/lang/python/lib/math"
	"github.com/elide-dev/elided/internal/lang/python/lib/operator"
	"github.com/elide-dev/elided/internal/lang/python/lib/pickle"
	"github.com/elide-dev/elided/internal/lang/python/lib/posix"
	"github.com/elide-dev/elided/internal/lang/python/lib/random"
	"github.com/elide-dev/elided/internal/lang/python/lib/re"
	"github.com/elide-dev/elided/internal/lang/python/lib/sqlite"
	"github.com/elide-dev/elided/internal/lang/python/lib/structs"
	"github.com/elide-dev/elided/internal/lang/python/lib/thread"
	"github.com/elide-dev/elided/internal/lang/python/lib/time"
	"github.com/elide-dev/elided/internal/lang/python/lib/unicodedata"
	"github.com/elide-dev/elided/internal/lang/python/lib/zlib"
	"github.com/elide-dev/elided/internal/lang/python/lib/zones"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// native are the modules that are written in Go.
var native = map[string]func(t *py.Thread) (*py.Module, error){
	"array":         array.New,
	"math":          math.New,
	"re":            re.New,
	"cmath":         cmath.New,
	"_random":       random.New,
	"struct":        structs.New,
	"itertools":     itertools.New,
	"_collections":  collections.New,
	"_functools":    functools.New,
	"_heapq":        heapq.New,
	"bisect":        bisect.New,
	"operator":      operator.New,
	"posix":         posix.New,
	"errno":         posix.NewErrno,
	"_thread":       thread.New,
	"_engine":       engineModule,
	"_weakrefs":     weakrefModule,
	"_io":           io.New,
	"_asyncio_host": asyncioHost,
	"atexit":        atexitModule,
	"_instructions": instructionsModule,
	"_zones":        zones.New,
	"_signal_host":  signalHost,
	"_sqlite3":      sqlite.New,
	"datetime":      datetime.New,
	"_json":         json.New,
	"_pickle":       pickle.New,
	"time":          time.New,
	"hashlib":       hashlib.New,
	"binascii":      binascii.New,
	"_csv":          csv.New,
	"zlib":          zlib.New,
	"_decimal":      decimal.New,
	"_expat":        expat.New,
	"_bz2":          bz2.New,
	"_lzma":         lzma.New,
	"_ast_tree":     asttree.New,
	"unicodedata":   unicodedata.New,
}
