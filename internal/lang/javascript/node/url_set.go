package node

import (
	"strings"
)

// change changes one part of u as the setter of that name does. What the part can't be
// leaves u as it is.
func (u *urlRecord) change(name, text string) {
	if name != "username" && name != "password" {
		text = withoutBreaks(text)
	}
	switch name {
	case "protocol":
		u.changeScheme(text)
	case "username":
		if u.takesPort() {
			u.username = escapeUserinfo.escape(text)
		}
	case "password":
		if u.takesPort() {
			u.password = escapeUserinfo.escape(text)
		}
	case "host":
		u.changeHost(text, true)
	case "hostname":
		u.changeHost(text, false)
	case "port":
		u.changePort(text)
	case "pathname":
		u.changePath(text)
	case "search":
		u.query, u.hasQuery = escapeQueryOf(u, strings.TrimPrefix(text, "?")), text != ""
	case "hash":
		u.fragment, u.hasFragment = escapeFragment.escape(strings.TrimPrefix(text, "#")), text != ""
	}
}

// takesPort is whether u may have a port, a user and a password.
func (u *urlRecord) takesPort() bool {
	return u.host != "" && u.scheme != "file"
}

func (u *urlRecord) changeScheme(text string) {
	scheme, _, ok := cutScheme(text + ":")
	own, special := specialPort(scheme)
	switch {
	case !ok, special != u.special():
		return
	case scheme == "file" && (u.credentials() != "" || u.port != ""):
		return
	case u.scheme == "file" && u.host == "":
		return
	}
	u.scheme = scheme
	if u.port == own {
		u.port = ""
	}
}

func (u *urlRecord) changeHost(text string, withPort bool) {
	if u.opaque {
		return
	}
	end := "/?#"
	if u.special() {
		end += "\\"
	}
	if i := strings.IndexAny(text, end); i >= 0 {
		text = text[:i]
	}
	host, port := cutPort(text)
	switch {
	case u.scheme == "file" && host != text:
		return
	case host == "" && u.scheme == "file":
		u.host, u.hasHost = "", true
		return
	case host == "" && (u.special() || u.credentials() != "" || u.port != "" || host != text):
		return
	case !withPort && host != text:
		return
	}
	if u.setHost(host) == nil && port != "" {
		u.changePort(port)
	}
}

func (u *urlRecord) changePath(text string) {
	if u.opaque {
		return
	}
	u.path = nil
	(&urlParser{u: u, rest: text}).path()
	if len(u.path) == 0 && !u.hasHost {
		u.path = []string{""}
	}
}

// changePort takes the digits that text begins with.
func (u *urlRecord) changePort(text string) {
	if !u.takesPort() {
		return
	}
	if text == "" {
		u.port = ""
		return
	}
	if rest := strings.TrimLeft(text, "0123456789"); len(rest) < len(text) {
		_ = u.setPort(text[:len(text)-len(rest)]) // one that is too large changes nothing
	}
}
