package python

import "github.com/elide-dev/elided/internal/lang/python/py"

// defaultCacheBytes bounds the memory that compiled programs take, by an estimate.
const defaultCacheBytes = 4 << 20

// A program is all that a compiled program depends on.
type program struct {
	file, source string
	mode         py.Mode
}

// Cost estimates the bytes that a source and its code keep alive.
func (p program) Cost() int64 { return 2048 + int64(len(p.file)) + 16*int64(len(p.source)) }
