package zones

import (
	"strconv"
	"strings"
)

const digits = "0123456789"

// clampBoth is what follows the name in a text by POSIX, with no more in its offsets than
// the C library takes: that of the standard time and, if there is one, of daylight saving.
func clampBoth(s string) string {
	standard, s := clamp(s)
	_, after := abbreviation(s)
	if after == "" || strings.IndexAny(after, "+-"+digits) != 0 {
		return standard + s
	}
	name := s[:len(s)-len(after)]
	saving, after := clamp(after)
	return standard + name + saving + after
}

// clamp is an offset that a text begins with, as far as it is one, and what follows it. Of
// hours there are 24 at most.
func clamp(s string) (offset, rest string) {
	rest = strings.TrimPrefix(s, "-")
	if rest == s {
		rest = strings.TrimPrefix(s, "+")
	}
	offset = s[:len(s)-len(rest)]
	separator := ""
	for _, most := range [...]int{24, 59, 59} {
		after, ok := strings.CutPrefix(rest, separator)
		end := strings.TrimLeft(after, digits)
		if !ok || end == after {
			break
		}
		offset += separator + clampNumber(after[:len(after)-len(end)], most)
		rest, separator = end, ":"
	}
	return offset, rest
}

// clampNumber leaves a number that isn't too large as it is written.
func clampNumber(s string, most int) string {
	if n, err := strconv.Atoi(s); err == nil && n <= most {
		return s
	}
	return strconv.Itoa(most)
}
