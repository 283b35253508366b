package pickle

import (
	"encoding/binary"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

const (
	frameHead             = 9 // bytes of a frame's instruction
	frameLeast, frameMost = 4, 64 << 10
	batchSize             = 1000
	// maxOutput bounds what is made, in bytes.
	maxOutput = 1 << 30
)

// A writer writes a pickle of protocol 1 or higher.
type writer struct {
	t      *py.Thread
	proto  int
	out    []byte
	framed bool // whether what is written goes into frames
	frame  int  // where the frame begins that isn't finished; -1 is none
	memo   map[int64]int
	kept   []py.Object        // what is in memo, in order: an id stands for it while it lives
	write  py.Object          // takes what is finished; nil is none
	names  map[string]*py.Str // of attributes
	state  *py.Dict           // the attributes that are written next
	table  *py.Dict           // what copyreg has of functions that reduce
	make   py.Object          // makes other
	other  py.Object          // writes what isn't plain; nil until there is something
	steps  int
}

// dump writes an object, and returns the bytes that write, if it isn't None, didn't get.
// other is called once, before the first object that isn't plain is written, with the functions
// save, write, memoize and save_reduce; it returns what writes such an object.
func dump(t *py.Thread, a []py.Object) (py.Object, error) {
	proto, err := t.Index(a[1])
	if err != nil {
		return nil, err
	}
	w := &writer{t: t, proto: proto, frame: -1, memo: map[int64]int{}, names: map[string]*py.Str{}, make: a[3]}
	var ok bool
	if w.table, ok = py.Native(a[4]).(*py.Dict); !ok {
		return nil, py.Raise(py.TypeError, "dispatch_table must be a dict, not %s", a[4].Class().FullName())
	}
	if a[2] != py.None {
		w.write = a[2]
	}
	if proto >= 2 {
		w.put(opProto, byte(proto))
	}
	w.framed = proto >= 4
	if err := w.save(a[0]); err != nil {
		return nil, err
	}
	w.put(opStop)
	w.closeFrame()
	if err := w.remember(a[5]); err != nil {
		return nil, err
	}
	if w.write != nil {
		return py.None, w.flush()
	}
	return py.NewBytes(string(w.out)), nil
}

// remember puts what is in the memo into a Pickler's, unless that is None.
func (w *writer) remember(memo py.Object) error {
	d, ok := py.Native(memo).(*py.Dict)
	if !ok {
		return nil
	}
	for i, x := range w.kept {
		if err := d.Set(w.t, py.MakeInt(py.ID(x)), py.NewTuple(py.MakeInt(int64(i)), x)); err != nil {
			return err
		}
	}
	return nil
}

// begin begins a frame where there is to be one.
func (w *writer) begin() {
	if w.framed && w.frame < 0 {
		w.frame = len(w.out)
		w.out = append(w.out, opFrame, 0, 0, 0, 0, 0, 0, 0, 0)
	}
}

func (w *writer) put(b ...byte) {
	w.begin()
	w.out = append(w.out, b...)
}

func (w *writer) put32(op byte, v uint32) {
	w.put(op)
	w.out = binary.LittleEndian.AppendUint32(w.out, v)
}

func (w *writer) put64(op byte, v uint64) {
	w.put(op)
	w.out = binary.LittleEndian.AppendUint64(w.out, v)
}

// closeFrame finishes a frame. One that is too short has no head.
func (w *writer) closeFrame() {
	if w.frame < 0 {
		return
	}
	n := len(w.out) - w.frame - frameHead
	if n >= frameLeast {
		binary.LittleEndian.PutUint64(w.out[w.frame+1:], uint64(n))
	} else {
		w.out = append(w.out[:w.frame], w.out[w.frame+frameHead:]...)
	}
	w.frame = -1
}

// boundary finishes a frame that is long enough.
func (w *writer) boundary() error {
	if w.frame < 0 || len(w.out)-w.frame-frameHead < frameMost {
		return nil
	}
	w.closeFrame()
	return w.flush()
}

// flush hands over what is finished, where somebody takes it.
func (w *writer) flush() error {
	if w.write == nil || len(w.out) == 0 {
		return nil
	}
	data := string(w.out)
	w.out = w.out[:0] // before the call, which may have more be written
	_, err := w.t.Call(w.write, py.NewBytes(data))
	return err
}

// payload writes data of a length that head has said; what is too long for a frame goes
// between frames.
func (w *writer) payload(head func(), data string) error {
	if len(w.out)+len(data) > maxOutput {
		return py.NewExc(py.MemoryError)
	}
	if len(data) < frameMost {
		head()
		w.out = append(w.out, data...)
		return nil
	}
	framed := w.framed
	w.closeFrame()
	w.framed = false
	head()
	w.framed = framed
	if w.write == nil {
		w.out = append(w.out, data...)
		return nil
	}
	if err := w.flush(); err != nil {
		return err
	}
	_, err := w.t.Call(w.write, py.NewBytes(data))
	return err
}

// known writes an object that is in the memo, and reports whether it is.
func (w *writer) known(x py.Object) bool {
	i, ok := w.memo[py.ID(x)]
	switch {
	case !ok:
	case i < 256:
		w.put(opBinGet, byte(i))
	default:
		w.put32(opLongBinGet, uint32(i))
	}
	return ok
}

func (w *writer) memoize(x py.Object) {
	i := len(w.kept)
	w.memo[py.ID(x)] = i
	w.kept = append(w.kept, x)
	switch {
	case w.proto >= 4:
		w.put(opMemoize)
	case i < 256:
		w.put(opBinPut, byte(i))
	default:
		w.put32(opLongBinPut, uint32(i))
	}
}
