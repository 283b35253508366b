package zones

// maxProbes is how many times Unix tries.
const maxProbes = 6

// Unix is the time at which the clock shows what UTC's shows at shown; with daylight saving
// (dst is positive), without (0) or either (negative). It goes about it as the C library's
// mktime does: which of two times it finds hangs on what it found last. It reports false
// where it finds none.
func (c *Clock) Unix(shown int64, dst int) (int64, bool) {
	if c.zone == nil && dst <= 0 {
		c.west = 0
		return shown, true
	}
	unix, exact, ok := c.search(shown, dst)
	if !ok {
		return 0, false
	}
	if exact && differs(dst, c.At(unix).DST) {
		unix = c.otherwise(shown, unix, dst > 0)
	}
	c.west = unix - shown
	return unix, true
}

// differs reports whether daylight saving is or isn't, though the other was asked for.
func differs(dst int, is bool) bool { return dst >= 0 && (dst > 0) != is }

// search finds a time; one within a gap, which no clock shows, isn't exact: it is as far
// behind the gap as it is in it, or before.
func (c *Clock) search(shown int64, dst int) (unix int64, exact, ok bool) {
	unix = shown + c.west
	older, last, wasDST := unix, unix, false
	for range maxProbes {
		s := c.At(unix)
		missing := shown - unix - s.Offset
		if missing == 0 {
			return unix, true, true
		}
		if unix == older && unix != last && (differs(dst, s.DST) || dst < 0 && (s.DST || !wasDST)) {
			return unix, false, true // it goes to and fro about a gap
		}
		older, last, unix, wasDST = last, unix, unix+missing, s.DST
	}
	return 0, false, false
}

// Daylight saving, or its absence, is looked for in steps of a week for some seven years.
const (
	stride = 601_200
	reach  = 457_243_209/2 + stride
)

// otherwise is the time of what is shown by the offset that is nearest to unix with, or
// without, daylight saving; where there is none, daylight saving is one hour.
func (c *Clock) otherwise(shown, unix int64, dst bool) int64 {
	for away := int64(stride); away < reach; away += stride {
		for _, other := range [2]int64{unix - away, unix + away} {
			if s := c.At(other); s.DST == dst {
				return shown - s.Offset
			}
		}
	}
	if dst {
		return unix - 3600
	}
	return unix + 3600
}
