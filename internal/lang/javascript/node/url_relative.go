package node

import (
	"strings"
)

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
