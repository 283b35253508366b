// Package zlib is Python's module zlib.
package zlib

import (
	"hash/adler32"
	"sync"

	"github.com/elide-dev/elided/internal/lang/python/lib/binascii"
	"github.com/elide-dev/elided/internal/lang/python/lib/zlib/deflate"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// maxOutput bounds what is decompressed at once, in bytes.
const maxOutput = 1 << 30

var errorClass = sync.OnceValue(func() *py.Class {
	return py.DefineClass("zlib", "error", py.Exception, func(*py.Class) {})
})

func failed(text string, args ...any) error { return py.Raise(errorClass(), text, args...) }

// New returns the module.
func New(*py.Thread) (*py.Module, error) {
	m := py.NewModule("zlib")
	m.Set("error", errorClass()).Set("ZLIB_VERSION", py.NewStr("1.2.13")).Set("ZLIB_RUNTIME_VERSION", py.NewStr("1.2.13")).Set("__version__", py.NewStr("1.0"))
	for name, v := range map[string]int64{
		"MAX_WBITS": 15, "DEFLATED": 8, "DEF_MEM_LEVEL": 8, "DEF_BUF_SIZE": 16384, "Z_BEST_COMPRESSION": 9, "Z_BEST_SPEED": 1,
		"Z_DEFAULT_COMPRESSION": -1, "Z_NO_COMPRESSION": 0, "Z_DEFAULT_STRATEGY": 0, "Z_FILTERED": 1, "Z_HUFFMAN_ONLY": 2, "Z_RLE": 3,
		"Z_FIXED": 4, "Z_NO_FLUSH": deflate.NoFlush, "Z_PARTIAL_FLUSH": 1, "Z_SYNC_FLUSH": 2, "Z_FULL_FLUSH": deflate.FullFlush, "Z_FINISH": deflate.Finish,
		"Z_BLOCK": 5, "Z_TREES": 6,
	} {
		m.Set(name, py.MakeInt(v))
	}
	m.Add("crc32", "data, value=, /", binascii.CRC32)
	m.Add("adler32", "data, value=, /", adler)
	m.Add("compress", "data, /, level=, wbits=", compress)
	m.Add("decompress", "data, /, wbits=, bufsize=", decompress)
	m.Add("compressobj", "level=, method=, wbits=, memLevel=, strategy=, zdict=", newCompressor)
	m.Add("decompressobj", "wbits=, zdict=", newDecompressor)
	return m, nil
}

func binaryText(x py.Object) (string, error) {
	s, ok := py.BytesLike(x)
	if !ok {
		return "", py.Raise(py.TypeError, "a bytes-like object is required, not '%s'", x.Class().FullName())
	}
	return s, py.CheckContiguous(x)
}

// number is an int argument that may be left out.
func number(t *py.Thread, x py.Object, otherwise int) (int, error) {
	if x == nil {
		return otherwise, nil
	}
	return t.Index(x)
}

// adler goes on from a checksum, which the library can't.
func adler(t *py.Thread, a []py.Object) (py.Object, error) {
	s, err := binaryText(a[0])
	if err != nil {
		return nil, err
	}
	v, err := number(t, a[1], 1)
	if err != nil {
		return nil, err
	}
	return py.MakeInt(int64(moreAdler(uint32(v), s))), nil
}

func moreAdler(v uint32, s string) uint32 {
	if v == 1 {
		return adler32.Checksum([]byte(s))
	}
	const modulus = 65521
	low, high := v&0xffff, v>>16
	for i := range len(s) {
		low = (low + uint32(s[i])) % modulus
		high = (high + low) % modulus
	}
	return high<<16 | low
}
