package node

import (
	"strings"
)

// path adds what is left to the path, with dots resolved.
func (p *urlParser) path() {
	special := p.u.special()
	if p.rest == "" {
		if special && len(p.u.path) == 0 {
			p.u.path = []string{""}
		}
		return
	}
	if p.slashes(p.rest, 1) {
		p.rest = p.rest[1:]
	}
	for {
		end := strings.IndexFunc(p.rest, func(r rune) bool { return r == '/' || r == '\\' && special })
		if end < 0 {
			p.segment(p.rest, true)
			return
		}
		p.segment(p.rest[:end], false)
		p.rest = p.rest[end+1:]
	}
}

// segment adds one part to the path.
func (p *urlParser) segment(text string, last bool) {
	switch dots(text) {
	case 2:
		p.u.shorten()
		if last {
			p.u.path = append(p.u.path, "")
		}
	case 1:
		if last {
			p.u.path = append(p.u.path, "")
		}
	default:
		if p.u.scheme == "file" && len(p.u.path) == 0 && isDrive(text, ":|") {
			text = text[:1] + ":"
		}
		p.u.path = append(p.u.path, escapePath.escape(text))
	}
}

// dots returns how many dots a part of a path is, 0 when it is anything else. They may
// be percent-encoded.
func dots(text string) int {
	if len(text) > len("%2e%2e") {
		return 0
	}
	switch strings.ReplaceAll(strings.ToLower(text), "%2e", ".") {
	case ".":
		return 1
	case "..":
		return 2
	}
	return 0
}
