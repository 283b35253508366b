package unicodedata

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"github.com/elide-dev/elided/internal/lang/python/py"
)

// A run is characters that follow each other.
type run struct {
	first, last rune
	tag         string
}

// parseRuns reads runs as data.go has them. It can't fail: they are constants.
func parseRuns(text, tag string) (list []run) {
	at := int64(0)
	for _, s := range strings.Fields(text) {
		from, more, _ := strings.Cut(s, "+")
		gap, _ := strconv.ParseInt(from, 16, 32)
		n, _ := strconv.ParseInt("0"+more, 16, 32)
		list = append(list, run{rune(at + gap), rune(at + gap + n), tag})
		at += gap + n
	}
	return list
}

func find(list []run, r rune) (run, bool) {
	i, ok := slices.BinarySearchFunc(list, r, func(x run, r rune) int {
		switch {
		case x.last < r:
			return -1
		case x.first > r:
			return 1
		}
		return 0
	})
	if !ok {
		return run{}, false
	}
	return list[i], true
}

var mirroredOnes = sync.OnceValue(func() []run { return parseRuns(mirroredRuns, "") })

var tagged = sync.OnceValue(func() (list []run) {
	for _, part := range strings.Split(taggedRuns, ";") {
		tag, runs, _ := strings.Cut(part, ":")
		list = append(list, parseRuns(runs, tag)...)
	}
	slices.SortFunc(list, func(a, b run) int { return int(a.first - b.first) })
	return list
})

var oddOnes = sync.OnceValue(func() map[rune]string {
	m := map[rune]string{}
	for _, part := range strings.Split(odd, ";") {
		c, text, _ := strings.Cut(part, "=")
		r, _ := strconv.ParseInt(c, 16, 32)
		m[rune(r)] = text
	}
	return m
})

func mirrored(r rune) py.Object {
	if _, ok := find(mirroredOnes(), r); ok {
		return py.MakeInt(1)
	}
	return py.MakeInt(0)
}

// The syllables of Hangul follow from a rule: the database has no decompositions of them.
const firstSyllable, lastSyllable = 0xac00, 0xd7a3

// decomposition is what a character stands for, one step: code points in hexadecimal digits, after
// the name of its form where it has one.
func decomposition(r rune) string {
	if r >= firstSyllable && r <= lastSyllable || r >= 0xd800 && r < 0xe000 || !py.IsAssigned(r) {
		return ""
	}
	form, prefix := norm.NFD, ""
	t, isTagged := find(tagged(), r)
	if isTagged {
		form, prefix = norm.NFKD, "<"+t.tag+"> "
	}
	if text, ok := oddOnes()[r]; ok {
		return prefix + text
	}
	full := form.String(string(r))
	if full == string(r) {
		return ""
	}
	if isTagged {
		return prefix + codePoints([]rune(norm.NFC.String(full)))
	}
	parts := []rune(full)
	end := len(parts) - 1
	if first := []rune(norm.NFC.String(string(parts[:end]))); len(first) == 1 {
		parts = append(first, parts[end])
	}
	return codePoints(parts)
}

func codePoints(list []rune) string {
	var b strings.Builder
	for i, r := range list {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%04X", r)
	}
	return b.String()
}
