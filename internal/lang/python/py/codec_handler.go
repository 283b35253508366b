package py

// maxHandlerResult bounds what an encoding grows to by a program's own error handlers.
const maxHandlerResult = 1 << 31

// errorHandler calls the handler of a name that the program has registered with module codecs. It
// returns what takes the place of the error and where to go on, as the handler has them, and
// nil where there is no such handler.
func (t *Thread) errorHandler(name string, exc *Exc) (*Tuple, error) {
	if t == nil {
		return nil, nil
	}
	if err := t.Poll(); err != nil { // the handler may go back each time
		return nil, err
	}
	m, err := t.library("codecs")
	if err != nil || m == nil {
		return nil, err
	}
	find, err := t.Attr(m, "lookup_error")
	if err != nil || find == nil {
		return nil, err
	}
	if err := t.enter(); err != nil {
		return nil, err
	}
	defer t.leave()
	handler, err := t.Call(find, NewStr(name))
	if Caught(err, LookupError) != nil {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	out, err := t.Call(handler, exc)
	if err != nil {
		return nil, err
	}
	pair, ok := Native(out).(*Tuple)
	if !ok {
		return &Tuple{}, nil
	}
	return pair, nil
}

// handled is what a handler has returned; ok tells whether it is a pair as it must be.
func (t *Thread) handled(result *Tuple, length int) (what Object, at int, ok bool, err error) {
	pair := result.items()
	if len(pair) != 2 {
		return nil, 0, false, nil
	}
	at, err = t.Index(pair[1])
	if err != nil {
		return nil, 0, false, err
	}
	if at < 0 {
		at += length
	}
	if at < 0 || at > length {
		return nil, 0, false, Raise(IndexError, "position %d from error handler out of bounds", at)
	}
	return Native(pair[0]), at, true, nil
}

// custom has the program's handler do with bytes that can't be decoded.
func (d *decoder) custom(exc *Exc) (int, error) {
	pair, err := d.t.errorHandler(d.errors, exc)
	if err != nil {
		return 0, err
	}
	if pair == nil {
		return 0, Raise(LookupError, "unknown error handler name '%s'", d.errors)
	}
	object, err := d.t.Attr(exc, "object")
	if err != nil {
		return 0, err
	}
	if b, ok := BytesOf(object); ok {
		d.in = b // the handler may have changed it
	}
	what, at, ok, err := d.t.handled(pair, len(d.in))
	if err != nil {
		return 0, err
	}
	s, isStr := what.(*Str)
	if !ok || !isStr {
		return 0, Raise(TypeError, "decoding error handler must return (str, int) tuple")
	}
	if len(d.out)+len(s.s) > maxHandlerResult {
		return 0, NewExc(MemoryError)
	}
	d.out = append(d.out, s.s...)
	return at, nil
}

// custom has the program's handler do with code points that can't be encoded. It returns the
// index of the code point to go on with.
func (e *encoder) custom(exc *Exc) (int, error) {
	pair, err := e.t.errorHandler(e.errors, exc)
	if err != nil {
		return 0, err
	}
	if pair == nil {
		return 0, e.unknownHandler()
	}
	what, at, ok, err := e.t.handled(pair, countRunes(e.text))
	if err != nil {
		return 0, err
	}
	if b, isBytes := what.(*Bytes); ok && isBytes {
		if len(e.b)+len(b.s) > maxHandlerResult {
			return 0, NewExc(MemoryError)
		}
		e.b = append(e.b, b.s...)
		return at, nil
	}
	s, isStr := what.(*Str)
	if !ok || !isStr {
		return 0, Raise(TypeError, "encoding error handler must return (str/bytes, int) tuple")
	}
	if len(e.b)+4*len(s.s) > maxHandlerResult {
		return 0, NewExc(MemoryError)
	}
	for i := 0; i < len(s.s); {
		r, n := decodeRune(s.s[i:])
		if !e.put(r) {
			return 0, exc
		}
		i += n
	}
	return at, nil
}

// offset is where the code point of an index begins in the text.
func (e *encoder) offset(index int) int {
	at := 0
	for ; index > 0 && at < len(e.text); index-- {
		_, n := decodeRune(e.text[at:])
		at += n
	}
	return at
}
