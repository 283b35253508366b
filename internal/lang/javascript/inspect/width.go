package inspect

// width is how many columns of a terminal s takes.
func width(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r >= ' ' && r < 0x7f:
			n++
		case isZeroWidth(r):
		case isFullWidth(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

func isZeroWidth(r rune) bool {
	return r < ' ' || r >= 0x7f && r <= 0x9f || // controls
		r >= 0x300 && r <= 0x36f || r >= 0x20d0 && r <= 0x20ff || r >= 0xfe20 && r <= 0xfe2f || // combining marks
		r >= 0x200b && r <= 0x200f || r >= 0xfe00 && r <= 0xfe0f || r >= 0xe0100 && r <= 0xe01ef // invisible ones
}

// isFullWidth is whether r is East Asian Wide, about.
func isFullWidth(r rune) bool {
	return r >= 0x1100 && (r <= 0x115f || // Hangul Jamo
		r == 0x2329 || r == 0x232a ||
		r >= 0x2e80 && r <= 0x3247 && r != 0x303f || // CJK symbols, kana
		r >= 0x3250 && r <= 0x4dbf ||
		r >= 0x4e00 && r <= 0xa4c6 || // ideographs, Yi
		r >= 0xa960 && r <= 0xa97c ||
		r >= 0xac00 && r <= 0xd7a3 || // Hangul
		r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe6b ||
		r >= 0xff01 && r <= 0xff60 || r >= 0xffe0 && r <= 0xffe6 ||
		r >= 0x1b000 && r <= 0x1b001 || r >= 0x1f200 && r <= 0x1f251 ||
		r >= 0x1f300 && r <= 0x1f64f || r >= 0x1f900 && r <= 0x1f9ff || // pictographs
		r >= 0x20000 && r <= 0x3fffd)
}
