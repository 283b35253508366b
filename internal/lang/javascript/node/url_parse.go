package node

import (
	"strings"
)

// A urlParser takes a URL apart from its beginning: each method consumes what rest
// begins with and leaves what the next one needs.
type urlParser struct {
	u    *urlRecord
	base *urlRecord // nil for none
	rest string
}

// maxURL is how many bytes of text may be parsed as a URL. The parts of a path take many
// times what they are written in, and nothing interrupts the parser.
const maxURL = 2 << 20

// parseURL is the parser of the URL standard. The base is for text that is relative; nil
// refuses such.
func parseURL(text string, base *urlRecord) (*urlRecord, error) {
	if len(text) > maxURL {
		return nil, errURL
	}
	text = strings.TrimFunc(text, func(r rune) bool { return r <= ' ' })
	p := &urlParser{u: &urlRecord{}, base: base, rest: withoutBreaks(text)}
	p.trailer()
	if scheme, rest, ok := cutScheme(p.rest); ok {
		p.u.scheme, p.rest = scheme, rest
		return p.u, p.afterScheme()
	}
	return p.u, p.relative()
}

// withoutBreaks is text without the characters that URLs may be broken into lines by.
func withoutBreaks(text string) string {
	if !strings.ContainsAny(text, "\t\n\r") {
		return text
	}
	return strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(text)
}

// trailer takes the query and the fragment off, as they are, to be encoded when the
// scheme is known.
func (p *urlParser) trailer() {
	p.rest, p.u.fragment, p.u.hasFragment = strings.Cut(p.rest, "#")
	p.rest, p.u.query, p.u.hasQuery = strings.Cut(p.rest, "?")
}

// encodeTrailer encodes what trailer has found.
func (p *urlParser) encodeTrailer() {
	p.u.query = escapeQueryOf(p.u, p.u.query)
	p.u.fragment = escapeFragment.escape(p.u.fragment)
}

func escapeQueryOf(u *urlRecord, text string) string {
	if u.special() {
		return escapeSpecial.escape(text)
	}
	return escapeQuery.escape(text)
}

// cutScheme takes a scheme and its colon off text.
func cutScheme(text string) (scheme, rest string, ok bool) {
	scheme, rest, ok = strings.Cut(text, ":")
	if !ok || scheme == "" || !isAlpha(scheme[0]) {
		return "", text, false
	}
	for i := range len(scheme) {
		if c := scheme[i]; !isAlpha(c) && !isDigit(c) && strings.IndexByte("+-.", c) < 0 {
			return "", text, false
		}
	}
	return strings.ToLower(scheme), rest, true
}

func (p *urlParser) afterScheme() error {
	defer p.encodeTrailer()
	switch {
	case p.u.scheme == "file":
		return p.file()
	case p.u.special():
		if p.base != nil && p.base.scheme == p.u.scheme && !strings.HasPrefix(p.rest, "//") {
			return p.relativeTo()
		}
		p.rest = strings.TrimLeft(p.rest, "/\\")
		return p.authority()
	case strings.HasPrefix(p.rest, "//"):
		p.rest = p.rest[2:]
		return p.authority()
	case strings.HasPrefix(p.rest, "/"):
		p.path()
		return nil
	}
	p.u.opaque, p.u.path = true, []string{escapeControls.escape(p.rest)}
	return nil
}
