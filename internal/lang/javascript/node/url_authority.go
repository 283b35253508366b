package node

import (
	"strings"
)

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
