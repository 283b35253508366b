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

// relative is text without a scheme.
func (p *urlParser) relative() error {
	switch {
	case p.base == nil:
		return errURL
	case p.base.opaque && (p.rest != "" || p.u.hasQuery || !p.u.hasFragment):
		return errURL
	}
	p.u.scheme = p.base.scheme
	defer p.encodeTrailer()
	if p.base.opaque {
		p.u.opaque = true
		p.inheritPath(true)
		return nil
	}
	if p.u.scheme == "file" {
		return p.file()
	}
	return p.relativeTo()
}

// relativeTo is what comes after the scheme when that is the base's.
func (p *urlParser) relativeTo() error {
	switch {
	case p.slashes(p.rest, 2):
		p.rest = p.rest[2:]
		if p.u.special() {
			p.rest = strings.TrimLeft(p.rest, "/\\")
		}
		return p.authority()
	case p.slashes(p.rest, 1):
		p.inheritHost()
	default:
		p.inheritHost()
		p.inheritPath(p.rest == "")
		if p.rest == "" {
			return nil
		}
	}
	p.path()
	return nil
}

// slashes is whether text begins with n slashes, as the scheme has them.
func (p *urlParser) slashes(text string, n int) bool {
	if len(text) < n {
		return false
	}
	for i := range n {
		if text[i] != '/' && (text[i] != '\\' || !p.u.special()) {
			return false
		}
	}
	return true
}

func (p *urlParser) inheritHost() {
	u, b := p.u, p.base
	u.username, u.password, u.hasHost, u.host, u.port = b.username, b.password, b.hasHost, b.host, b.port
}

// inheritPath takes the base's path, whole and with its query or without the last part.
func (p *urlParser) inheritPath(whole bool) {
	p.u.path = append([]string(nil), p.base.path...)
	if !whole {
		p.u.shorten()
		return
	}
	if !p.u.hasQuery {
		p.u.query, p.u.hasQuery = p.base.query, p.base.hasQuery
	}
}

// file is what comes after "file:".
func (p *urlParser) file() error {
	p.u.hasHost = true
	base := p.base
	if base != nil && base.scheme != "file" {
		base = nil
	}
	switch {
	case p.slashes(p.rest, 2):
		p.rest = p.rest[2:]
		return p.fileHost()
	case p.slashes(p.rest, 1):
		if base != nil {
			p.u.host = base.host
			if !beginsWithDrive(p.rest[1:]) && len(base.path) > 0 && isDrive(base.path[0], ":") {
				p.u.path = append(p.u.path, base.path[0])
			}
		}
	case base != nil:
		p.u.host = base.host
		if beginsWithDrive(p.rest) {
			break
		}
		p.inheritPath(p.rest == "")
		if p.rest == "" {
			return nil
		}
	}
	p.path()
	return nil
}

// fileHost is what comes after "file://".
func (p *urlParser) fileHost() error {
	end := strings.IndexAny(p.rest, "/\\")
	if end < 0 {
		end = len(p.rest)
	}
	host := p.rest[:end]
	if !isDrive(host, ":|") {
		p.rest = p.rest[end:]
		if host != "" {
			if err := p.u.setHost(host); err != nil {
				return err
			}
		}
		if p.u.host == "localhost" {
			p.u.host = ""
		}
	}
	p.path()
	return nil
}

// authority is the user, the host and the port.
func (p *urlParser) authority() error {
	end := strings.IndexFunc(p.rest, func(r rune) bool { return r == '/' || r == '\\' && p.u.special() })
	if end < 0 {
		end = len(p.rest)
	}
	text := p.rest[:end]
	p.rest = p.rest[end:]
	if at := strings.LastIndexByte(text, '@'); at >= 0 {
		name, password, _ := strings.Cut(text[:at], ":")
		p.u.username, p.u.password = escapeUserinfo.escape(name), escapeUserinfo.escape(password)
		if text = text[at+1:]; text == "" {
			return errURL
		}
	}
	host, port := cutPort(text)
	if host == "" && (port != "" || p.u.special() || strings.HasSuffix(text, ":")) {
		return errURL
	}
	p.u.hasHost = true
	if host != "" {
		if err := p.u.setHost(host); err != nil {
			return err
		}
	}
	if port != "" {
		if err := p.u.setPort(port); err != nil {
			return err
		}
	}
	p.path()
	return nil
}

// cutPort takes a colon and what follows it off a host.
func cutPort(text string) (host, port string) {
	i := strings.IndexByte(text, ':')
	if end := strings.LastIndexByte(text, ']'); strings.HasPrefix(text, "[") && end >= 0 {
		i = strings.IndexByte(text[end:], ':')
		if i >= 0 {
			i += end
		}
	}
	if i < 0 {
		return text, ""
	}
	return text[:i], text[i+1:]
}
