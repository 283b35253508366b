package node

import (
	"strconv"
	"strings"
)

// A urlRecord is a URL in its parts, as the URL standard has them.
type urlRecord struct {
	scheme             string
	username, password string
	hasHost            bool // an empty host is not none
	host               string
	port               string // empty for none and for the scheme's own
	opaque             bool   // the path is one text: "mailto:someone"
	path               []string
	hasQuery           bool
	query              string
	hasFragment        bool
	fragment           string
}

// specialPorts has the schemes that URLs have rules for, with their ports.
func specialPort(scheme string) (port string, special bool) {
	switch scheme {
	case "http", "ws":
		return "80", true
	case "https", "wss":
		return "443", true
	case "ftp":
		return "21", true
	case "file":
		return "", true
	}
	return "", false
}

func (u *urlRecord) special() bool {
	_, special := specialPort(u.scheme)
	return special
}

// shorten takes the last part of the path away, but not the drive of a file.
func (u *urlRecord) shorten() {
	n := len(u.path)
	if n == 0 || u.scheme == "file" && n == 1 && isDrive(u.path[0], ":") {
		return
	}
	u.path = u.path[:n-1]
}

// isDrive is whether s is a letter and one of the marks.
func isDrive(s, marks string) bool {
	return len(s) == 2 && isAlpha(s[0]) && strings.IndexByte(marks, s[1]) >= 0
}

// beginsWithDrive is whether s begins with a drive that nothing else belongs to.
func beginsWithDrive(s string) bool {
	return len(s) >= 2 && isDrive(s[:2], ":|") && (len(s) == 2 || strings.IndexByte("/\\?#", s[2]) >= 0)
}

func (u *urlRecord) pathname() string {
	if u.opaque {
		return u.path[0]
	}
	var b strings.Builder
	for _, part := range u.path {
		b.WriteByte('/')
		b.WriteString(part)
	}
	return b.String()
}

// hostPort is the host with the port.
func (u *urlRecord) hostPort() string {
	if u.port == "" {
		return u.host
	}
	return u.host + ":" + u.port
}

func (u *urlRecord) search() string {
	if u.query == "" {
		return ""
	}
	return "?" + u.query
}

func (u *urlRecord) hash() string {
	if u.fragment == "" {
		return ""
	}
	return "#" + u.fragment
}

// origin is "null" where two URLs never have the same.
func (u *urlRecord) origin() string {
	switch u.scheme {
	case "http", "https", "ws", "wss", "ftp":
		return u.scheme + "://" + u.hostPort()
	case "blob":
		if inner, err := parseURL(u.pathname(), nil); err == nil && strings.HasPrefix(inner.scheme, "http") {
			return inner.origin()
		}
	}
	return "null"
}

func (u *urlRecord) href() string {
	var b strings.Builder
	b.WriteString(u.scheme + ":")
	switch {
	case u.hasHost:
		b.WriteString("//" + u.credentials() + u.hostPort())
	case !u.opaque && len(u.path) > 1 && u.path[0] == "":
		b.WriteString("/.") // so that the path doesn't look like a host
	}
	b.WriteString(u.pathname())
	if u.hasQuery {
		b.WriteString("?" + u.query)
	}
	if u.hasFragment {
		b.WriteString("#" + u.fragment)
	}
	return b.String()
}

func (u *urlRecord) credentials() string {
	switch {
	case u.username == "" && u.password == "":
		return ""
	case u.password == "":
		return u.username + "@"
	}
	return u.username + ":" + u.password + "@"
}

// setHost gives u the host that text means.
func (u *urlRecord) setHost(text string) error {
	host, err := parseHost(text, u.special())
	if err != nil {
		return err
	}
	u.host, u.hasHost = host, true
	return nil
}

// setPort gives u a port of decimal digits.
func (u *urlRecord) setPort(digits string) error {
	n, err := strconv.ParseUint(digits, 10, 16)
	if err != nil {
		return errURL
	}
	u.port = strconv.FormatUint(n, 10)
	if own, _ := specialPort(u.scheme); u.port == own {
		u.port = ""
	}
	return nil
}
