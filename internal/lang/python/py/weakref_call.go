package py

import (
	"slices"
	"weak"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// expect has a callback called when what r refers to is gone. Nobody waits for it where r
// itself is gone.
func (t *Thread) expect(r *WeakRef, callback Object) {
	r.Callback = callback
	list := append(t.In.expected, weak.Make(r))
	if len(list) == cap(list) { // it grows with those that are still there
		list = slices.DeleteFunc(list, func(p weak.Pointer[WeakRef]) bool { return p.Value() == nil })
	}
	t.In.expected = list
}

// ForgetTemporaries drops what the caller of the innermost function has in registers that
// it won't read: arguments of calls that have ended would be alive for the collector.
func (t *Thread) ForgetTemporaries() {
	f := t.frame
	if f == nil || f.back == nil || f.back.pc == 0 {
		return
	}
	caller := f.back
	in := &caller.Body.Instrs[caller.pc-1]
	if in.Op != code.Call && in.Op != code.CallMethod || caller.regs[in.B] != Object(f.fn) {
		return
	}
	clear(caller.regs[max(int(in.B), len(caller.Body.Vars)):])
}

// ForgetUsed drops what the innermost function has in registers behind those of the call
// under way: they are of calls that have ended, and would be alive for the collector.
func (t *Thread) ForgetUsed() {
	f := t.frame
	if f == nil || f.pc == 0 {
		return
	}
	in := &f.Body.Instrs[f.pc-1]
	if in.Op == code.Call || in.Op == code.CallMethod {
		clear(f.regs[min(max(int(in.B)+2+int(in.N), len(f.Body.Vars)), len(f.regs)):])
	}
}

// CallBack calls the callbacks of weak references to what is gone, the latest first. Their
// errors are told of and end nothing.
func (t *Thread) CallBack() error {
	var gone []*WeakRef
	t.In.expected = slices.DeleteFunc(t.In.expected, func(p weak.Pointer[WeakRef]) bool {
		r := p.Value()
		if r != nil && r.get() == nil {
			gone = append(gone, r)
			return true
		}
		return r == nil
	})
	for _, r := range slices.Backward(gone) {
		callback := r.Callback
		r.Callback = nil
		if _, err := t.Call(callback, r); err != nil {
			if err := t.ignored(err, "", callback); err != nil {
				return err
			}
		}
	}
	return nil
}
