package sqlite

import (
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A space is what the databases of an execution have together: the files in memory that
// several may open, and who has locked which file. Only the thread that runs uses it.
type space struct {
	memories map[string]*memory
	locks    map[string]*locks // by path
}

func newSpace() *space {
	return &space{memories: map[string]*memory{}, locks: map[string]*locks{}}
}

func (s *space) end(*py.Thread) { clear(s.memories) }

// A memory is a file in memory. It has its bytes in blocks, so that it grows without a
// copy; nil is one of zeros.
type memory struct {
	blocks [][]byte
	size   int64
	users  int
}

const (
	memoryBlock = 64 << 10
	// maxMemoryFile is how large one may be, in bytes.
	maxMemoryFile = 1 << 30
)

func (m *memory) read(p []byte, at int64) int {
	if at >= m.size {
		return 0
	}
	p = p[:min(int64(len(p)), m.size-at)]
	n := 0
	for n < len(p) {
		block, offset := (at+int64(n))/memoryBlock, (at+int64(n))%memoryBlock
		part := p[n:min(len(p), n+int(memoryBlock-offset))]
		if b := m.blocks[block]; b != nil {
			copy(part, b[offset:])
		} else {
			clear(part)
		}
		n += len(part)
	}
	return n
}

func (m *memory) write(p []byte, at int64) {
	m.resize(max(m.size, at+int64(len(p))))
	for n := 0; n < len(p); {
		block, offset := (at+int64(n))/memoryBlock, (at+int64(n))%memoryBlock
		if m.blocks[block] == nil {
			m.blocks[block] = make([]byte, memoryBlock)
		}
		n += copy(m.blocks[block][offset:], p[n:])
	}
}

func (m *memory) resize(size int64) {
	count := int((size + memoryBlock - 1) / memoryBlock)
	if size < m.size {
		if rest := size % memoryBlock; rest != 0 && m.blocks[count-1] != nil {
			clear(m.blocks[count-1][rest:])
		}
		clear(m.blocks[count:])
		m.blocks = m.blocks[:count]
	}
	for len(m.blocks) < count {
		m.blocks = append(m.blocks, nil)
	}
	m.size = size
}

func (m *memory) bytes() []byte {
	p := make([]byte, m.size)
	m.read(p, 0)
	return p
}
