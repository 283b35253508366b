package unicodedata

import (
	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// forms are the normal forms by name.
var forms = map[string]norm.Form{"NFC": norm.NFC, "NFD": norm.NFD, "NFKC": norm.NFKC, "NFKD": norm.NFKD}

// formAndText are the arguments of normalize and is_normalized.
func formAndText(fn string, a []py.Object) (norm.Form, *py.Str, error) {
	form, ok := py.Native(a[0]).(*py.Str)
	if !ok {
		return 0, nil, py.Raise(py.TypeError, "%s() argument 1 must be str, not %s", fn, py.ArgClass(a[0]))
	}
	s, ok := py.Native(a[1]).(*py.Str)
	if !ok {
		return 0, nil, py.Raise(py.TypeError, "%s() argument 2 must be str, not %s", fn, py.ArgClass(a[1]))
	}
	f, ok := forms[form.String()]
	if !ok {
		return 0, nil, py.Raise(py.ValueError, "invalid normalization form")
	}
	return f, s, nil
}

func normalize(t *py.Thread, a []py.Object) (py.Object, error) {
	f, s, err := formAndText("normalize", a)
	if err != nil {
		return nil, err
	}
	var out []byte
	err = pieces(t, f, s.String(), func(part string) error {
		if out = f.AppendString(out, part); len(out) > mostText {
			return py.NewExc(py.MemoryError)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return py.NewStr(string(out)), nil
}

func isNormalized(t *py.Thread, a []py.Object) (py.Object, error) {
	f, s, err := formAndText("is_normalized", a)
	if err != nil {
		return nil, err
	}
	yes := true
	err = pieces(t, f, s.String(), func(part string) error {
		yes = yes && f.IsNormalString(part)
		return nil
	})
	return py.Of(yes), err
}

const (
	// piece is about how many bytes of a text are looked at between polls.
	piece = 16 << 10
	// mostText bounds a normal form, in bytes: one may be eighteen times as long as the text.
	mostText = 1 << 29
)

// pieces calls use with the parts of a text, cut where no character goes with the one before.
func pieces(t *py.Thread, f norm.Form, s string, use func(part string) error) error {
	for s != "" {
		end := len(s)
		if end > piece {
			end = piece
			for end < len(s) && s[end]&0xc0 == 0x80 {
				end++
			}
			if n := f.NextBoundaryInString(s[end:], true); n > 0 {
				end += n
			}
		}
		if err := use(s[:end]); err != nil {
			return err
		}
		if s = s[end:]; t.Stopped() != nil {
			return t.Stopped()
		}
	}
	return nil
}

// directions are the names of bidi's classes.
var directions = map[bidi.Class]string{
	bidi.L: "L", bidi.R: "R", bidi.EN: "EN", bidi.ES: "ES", bidi.ET: "ET", bidi.AN: "AN", bidi.CS: "CS", bidi.B: "B", bidi.S: "S",
	bidi.WS: "WS", bidi.ON: "ON", bidi.BN: "BN", bidi.NSM: "NSM", bidi.AL: "AL", bidi.LRO: "LRO", bidi.RLO: "RLO", bidi.LRE: "LRE",
	bidi.RLE: "RLE", bidi.PDF: "PDF", bidi.LRI: "LRI", bidi.RLI: "RLI", bidi.FSI: "FSI", bidi.PDI: "PDI",
}

// bidirectional is the class of a character's direction; nothing of one that isn't assigned.
func bidirectional(r rune) string {
	if !py.IsAssigned(r) {
		return ""
	}
	if r >= 0xd800 && r <= 0xdfff { // surrogates are in no text of Go's
		return "L"
	}
	p, n := bidi.LookupRune(r)
	if n == 0 {
		return "ON"
	}
	return directions[p.Class()]
}
