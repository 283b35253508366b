package strftime

import (
	"regexp"
	"slices"
	"strings"
)

// Zones are the names of the local time that %Z reads beside UTC's: the standard time's and,
// where there is one, that of daylight saving time.
type Zones struct {
	Standard, Saving string
	HasSaving        bool
}

// alternatives is what %Z matches, the longest first.
func (z Zones) alternatives() string {
	names := []string{"utc", "gmt"}
	for _, name := range []string{z.Standard, z.Saving} {
		if name = strings.ToLower(name); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return len(b) - len(a) })
	for i, name := range names {
		names[i] = regexp.QuoteMeta(name)
	}
	return strings.Join(names, "|")
}

// dst is what a zone's name, in small letters, says of daylight saving: -1 is nothing.
func (z Zones) dst(name string) int {
	standard, saving := strings.ToLower(z.Standard), strings.ToLower(z.Saving)
	switch {
	case name == "utc", name == "gmt":
		return 0
	case z.HasSaving && standard == saving:
		return -1
	case name == standard:
		return 0
	case z.HasSaving && name == saving:
		return 1
	}
	return -1
}
