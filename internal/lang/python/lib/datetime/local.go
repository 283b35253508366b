package datetime

import (
	"github.com/elide-dev/elided/internal/lang/python/lib/zones"
	"github.com/elide-dev/elided/internal/lang/python/py"
)

// maxSeconds is beyond the times since 1970 that are dates, however a clock is set.
const maxSeconds = 1 << 55

// daySeconds is how near a time another one may be that the clock shows alike.
const daySeconds = 86400

// localSeconds is what a clock shows at a time in seconds since 1970, as UTC's would show it
// at the result.
func localSeconds(c *zones.Clock, seconds int64) int64 {
	if c.IsUTC() || seconds > maxSeconds || seconds < -maxSeconds {
		return seconds
	}
	return seconds + c.At(seconds).Offset
}

// shownAt is localSeconds of a time at which the clock shows a date.
func shownAt(c *zones.Clock, seconds int64) (int64, error) {
	shown := localSeconds(c, seconds)
	_, err := dayOfUnix(shown)
	return shown, err
}

// localMoment is momentAt by a clock: with a fold where it shows the same a second time.
func localMoment(c *zones.Clock, seconds int64, micros int) (*Moment, error) {
	shown := localSeconds(c, seconds)
	m, err := momentAt(shown, micros)
	if err != nil || c.IsUTC() && m.year > minYear {
		return m, err
	}
	before, err := shownAt(c, seconds-daySeconds)
	if err != nil {
		return nil, err
	}
	if back := shown - before - daySeconds; back < 0 && localSeconds(c, seconds+back) == shown {
		m.fold = 1
	}
	return m, nil
}

// unixOf is the time at which a clock shows what UTC's shows at shown. Of two it is the
// first or, with fold, the second; of what it skips it is as if the clock went by what it
// went by before or, with fold, after.
func unixOf(c *zones.Clock, shown int64, fold bool) (int64, error) {
	now, err := shownAt(c, shown)
	if err != nil {
		return 0, err
	}
	first := shown - (now - shown)
	there, err := shownAt(c, first)
	if err != nil {
		return 0, err
	}
	offset := there - first
	if there == shown {
		other := first - daySeconds
		if fold {
			other = first + daySeconds
		}
		beside, err := shownAt(c, other)
		if err != nil {
			return 0, err
		}
		if offset = beside - other; offset == now-shown {
			return first, nil
		}
	}
	second := shown - offset
	back, err := shownAt(c, second)
	switch {
	case err != nil:
		return 0, err
	case back == shown:
		return second, nil
	case there == shown:
		return first, nil
	case fold:
		return min(first, second), nil
	}
	return max(first, second), nil
}

// unix is the seconds since 1970 of a datetime by the clock.
func (m *Moment) unix(c *zones.Clock) (int64, error) {
	d, err := m.since().minus(epoch)
	if err != nil {
		return 0, err
	}
	return unixOf(c, d.days*daySeconds+int64(d.seconds()), m.fold != 0)
}

// settled is the time in UTC by since, and by an offset; nil is the local clock's.
func (m *Moment) settled(t *py.Thread, off *Delta) (Delta, error) {
	if off != nil {
		return m.since().minus(*off)
	}
	c := zones.Local(t)
	if c.IsUTC() && m.year > minYear && m.year < maxYear {
		return m.since(), nil // which unix finds, too
	}
	unix, err := m.unix(c)
	if err != nil {
		return Delta{}, err
	}
	d, err := makeDelta(0, unix*1_000_000+int64(m.micro))
	if err != nil {
		return Delta{}, err
	}
	return d.plus(epoch)
}

// localZone is the timezone that the local clock goes by at a time in UTC by since.
func localZone(t *py.Thread, at Delta) (*Zone, error) {
	s := zones.Local(t).At((at.days-epoch.days)*daySeconds + int64(at.seconds()))
	offset, err := makeDelta(0, s.Offset*1_000_000)
	if err != nil {
		return nil, err
	}
	return &Zone{offset: offset, name: py.NewStr(s.Name)}, offset.checkOffset("datetime.timedelta")
}

// localOffset is what the local clock goes by at a datetime by it. Where it skips that, the
// offset isn't the one that settled takes.
func (m *Moment) localOffset(t *py.Thread) (*Delta, error) {
	d, err := m.settled(t, nil)
	if err != nil {
		return nil, err
	}
	zone, err := localZone(t, d)
	if err != nil {
		return nil, err
	}
	return &zone.offset, nil
}
