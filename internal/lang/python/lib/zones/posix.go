package zones

import (
	"encoding/binary"
	"strings"
	"time"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// maxText is how much of a text of TZ is looked at.
const maxText = 4096

// database is where names of files of the C library's database begin.
const database = "/usr/share/zoneinfo/"

// set goes by what a variable TZ says: a name of the database, or a text by POSIX, such as
// CET-1CEST,M3.5.0,M10.5.0/3. Of another text no more than a name for UTC is taken.
func (c *Clock) set(t *py.Thread, tz string) {
	c.text, c.zone, c.name, c.rules = tz, nil, "UTC", false
	tz = strings.TrimPrefix(strings.TrimPrefix(tz, ":"), database)
	if tz == "" {
		return
	}
	tz = tz[:min(len(tz), maxText)]
	if l := location(t, py.NewStr(tz)); l != nil {
		if l != time.UTC {
			c.zone = l
		}
		return
	}
	var rest string
	c.name, rest = abbreviation(tz)
	if strings.IndexAny(rest, "+-0123456789") != 0 {
		return
	}
	c.rules = true
	name, rest := tz[:len(tz)-len(rest)], clampBoth(rest)
	offset := rest[:len(rest)-len(strings.TrimLeft(rest, "+-:0123456789"))]
	if c.zone = posix(name + rest); c.zone == nil {
		c.zone = posix(name + offset)
	}
}

// abbreviation is the name that a text by POSIX begins with, of three letters or more, and
// what follows it.
func abbreviation(tz string) (name, rest string) {
	const least, letters = 3, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	if quoted, ok := strings.CutPrefix(tz, "<"); ok {
		rest = strings.TrimLeft(quoted, letters+"+-0123456789")
		name = quoted[:len(quoted)-len(rest)]
		if rest, ok = strings.CutPrefix(rest, ">"); !ok {
			return "", ""
		}
	} else {
		rest = strings.TrimLeft(tz, letters)
		name = tz[:len(tz)-len(rest)]
	}
	if len(name) < least {
		return "", ""
	}
	return name, rest
}

// posix is the location of a text by POSIX, nil of another. Package time reads such texts at
// the end of the database's files, for what comes after their last change. It is given a
// file without any changes, whose only type of time has no name: it is found where the text
// is no good.
func posix(tz string) *time.Location {
	l, err := time.LoadLocationFromTZData("TZ", file(tz))
	if err != nil {
		return nil
	}
	if name, _ := time.Unix(0, 0).In(l).Zone(); name == "" {
		return nil
	}
	return l
}

// file is a file of the database, version 2, with one type of time and a text by POSIX. Its
// first part, for readers of version 1, is empty.
func file(tz string) []byte {
	head := func(b []byte, types, names uint32) []byte {
		b = append(b, "TZif2"...)
		b = append(b, make([]byte, 15)...)
		for _, n := range []uint32{0, 0, 0, 0, types, names} {
			b = binary.BigEndian.AppendUint32(b, n)
		}
		return b
	}
	b := head(head(nil, 0, 0), 1, 1)
	b = append(b, 0, 0, 0, 0, 0, 0) // the type: its offset, whether it is daylight saving's, where its name begins
	b = append(b, 0)                // the names
	return append(b, "\n"+tz+"\n"...)
}
