package py

// Bytes is a bytes.
type Bytes struct{ s string }

// Class returns the class bytes.
func (*Bytes) Class() *Class { return BytesClass }

// NewBytes returns bytes.
func NewBytes(s string) *Bytes { return &Bytes{s} }

func (t *Thread) formatValue(x Object, conversion uint8, spec Object) (Object, error) {
	return nil, notYet("format")
}
func (t *Thread) buildString(parts []Object) (Object, error) { return nil, notYet("format") }
func setupStrings()                                          {}
func setupBytes()                                            {}
