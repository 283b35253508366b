package node

import (
	"strings"
)

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
