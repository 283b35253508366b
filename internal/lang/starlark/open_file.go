package starlark

import (
	"bytes"
	"fmt"

	sl "go.starlark.net/starlark"

	"github.com/elide-dev/elided/internal/lang"
)

// An openFile is a file that one builtin, or one iteration, has open.
type openFile struct {
	in     *instance
	about  string
	handle uint64
	offset uint64
}

func (in *instance) openFile(b *sl.Builtin, path string, flags lang.FileFlags) (*openFile, error) {
	f := &openFile{in: in, about: about(b, path)}
	r, err := in.file(f.about, lang.FileCall{Op: lang.FileOpen, Path: path, Flags: flags})
	f.handle = r.Handle
	return f, err
}

// next reads up to n bytes; more is false at the end of the file.
func (f *openFile) next(n int) (part []byte, more bool, err error) {
	r, err := f.in.file(f.about, lang.FileCall{Op: lang.FileRead, Handle: f.handle, Offset: f.offset, Length: n})
	f.offset += uint64(len(r.Data))
	return r.Data, r.More, err
}

func (f *openFile) write(data []byte) error {
	for len(data) > 0 {
		part := data[:min(len(data), lang.FileChunk)]
		r, err := f.in.file(f.about, lang.FileCall{Op: lang.FileWrite, Handle: f.handle, Offset: f.offset, Data: part})
		if err != nil {
			return err
		}
		f.offset += uint64(r.Written)
		data = data[r.Written:]
	}
	return nil
}

func (f *openFile) close() error {
	_, err := f.in.file(f.about, lang.FileCall{Op: lang.FileClose, Handle: f.handle})
	return err
}

// parts is what fs.lines and fs.chunks return: an iterable that reads the file anew
// each time, a piece at a time.
type parts struct {
	in   *instance
	b    *sl.Builtin
	path string
	size int // of a chunk; 0 is lines
}

var _ sl.Iterable = (*parts)(nil)

func (p *parts) String() string        { return about(p.b, p.path) }
func (p *parts) Type() string          { return p.b.Name() }
func (p *parts) Freeze()               {}
func (p *parts) Truth() sl.Bool        { return true }
func (p *parts) Hash() (uint32, error) { return 0, fmt.Errorf("unhashable: %s", p.Type()) }

func fileLines(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	p := &parts{in: instanceOf(t), b: b}
	if err := sl.UnpackArgs(b.Name(), args, kwargs, "path", &p.path); err != nil {
		return nil, err
	}
	return p, p.check()
}

func fileChunks(t *sl.Thread, b *sl.Builtin, args sl.Tuple, kwargs []sl.Tuple) (sl.Value, error) {
	p := &parts{in: instanceOf(t), b: b, size: 64 << 10}
	if err := sl.UnpackArgs(b.Name(), args, kwargs, "path", &p.path, "size?", &p.size); err != nil {
		return nil, err
	}
	if p.size < 1 || p.size > lang.FileChunk {
		return nil, fmt.Errorf("%s: got size %d, want 1 to %d", b.Name(), p.size, lang.FileChunk)
	}
	return p, p.check()
}

// check finds at once what iterating could not report: that the file can't be read.
func (p *parts) check() error {
	f, err := p.in.openFile(p.b, p.path, lang.ForReading)
	if err != nil {
		return err
	}
	return f.close()
}

// Iterate opens the file; one that can't be any more fails the program.
func (p *parts) Iterate() sl.Iterator {
	f, err := p.in.openFile(p.b, p.path, lang.ForReading)
	return &partsIterator{p: p, f: f, err: err, more: err == nil}
}

type partsIterator struct {
	p    *parts
	f    *openFile
	rest []byte
	more bool // the file may have more
	err  error
}

// Next takes the next line with its end, or the next chunk.
func (it *partsIterator) Next(v *sl.Value) bool {
	if it.p.size > 0 {
		part := it.read(it.p.size)
		*v = sl.Bytes(part)
		return len(part) > 0
	}
	end := bytes.IndexByte(it.rest, '\n')
	for end < 0 {
		part := it.read(lang.FileChunk)
		if len(part) == 0 || len(it.rest)+len(part) > maxContent {
			break
		}
		from := len(it.rest)
		it.rest = append(it.rest, part...)
		if i := bytes.IndexByte(part, '\n'); i >= 0 {
			end = from + i
		}
	}
	if end < 0 {
		end = len(it.rest) - 1
	}
	line := it.rest[:end+1]
	it.rest = it.rest[end+1:]
	*v = sl.String(line)
	return len(line) > 0
}

func (it *partsIterator) read(n int) (part []byte) {
	if !it.more {
		return nil
	}
	if part, it.more, it.err = it.f.next(n); it.err != nil {
		it.more = false
	}
	return part
}

// Done closes the file. What failed fails the program: an iterator has no other way.
func (it *partsIterator) Done() {
	if it.f.handle != 0 {
		_ = it.f.close() // only read
	}
	if it.err != nil && !it.p.in.interrupted() {
		it.p.in.thread.Cancel(it.err.Error())
	}
}
