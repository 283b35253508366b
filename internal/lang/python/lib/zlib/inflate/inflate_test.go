package inflate

import (
	"bytes"
	"compress/flate"
	"testing"
)

func packed(data []byte, level int) []byte {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, level)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

func TestParts(t *testing.T) {
	var data []byte
	for i := range 30_000 {
		data = append(data, byte(i*i>>7), byte(i), "abcabc"[i%6])
	}
	for _, level := range []int{0, 1, 6, 9} {
		for _, part := range []int{1, 7, 4096, 1 << 20} {
			in := append(packed(data, level), "rest"...)
			r := &Reader{}
			var out []byte
			for len(in) > 0 && !r.Finished {
				n := min(part, len(in))
				r.Write(in[:n])
				in = in[n:]
				for {
					err := r.Run(1000)
					out = append(out, r.Take(1000)...)
					if err == ErrLimit || r.Left() {
						continue
					}
					if err != nil && err != ErrMore {
						t.Fatal(err)
					}
					break
				}
			}
			if !bytes.Equal(out, data) || string(r.Rest())+string(in) != "rest" {
				t.Errorf("level %d, parts of %d: %d bytes, rest %q", level, part, len(out), r.Rest())
			}
		}
	}
}

func FuzzReader(f *testing.F) {
	f.Add(packed([]byte("hello hello hello hello"), 9), 3)
	f.Add([]byte{5, 0xe0, 0x81, 8}, 1)
	f.Fuzz(func(t *testing.T, in []byte, part int) {
		r := &Reader{}
		if part = max(part&0xff, 1); part < len(in) {
			r.Write(in[:part])
			r.Run(1 << 16)
			in = in[part:]
		}
		r.Write(in)
		r.Run(1 << 16)
		r.Take(1 << 16)
		r.Rest()
	})
}
