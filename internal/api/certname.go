package api

import (
	"crypto/x509"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// maxCertName bounds the name of a certificate, in bytes.
const maxCertName = 256

// An AllowedName is a certificate's name that may call, or with "*." before it all names
// that have one part more.
type AllowedName struct {
	Name string
	Role Role
}

// ParseName reads NAME or NAME=ROLE. A name that has an = in it needs a role.
func ParseName(entry string) (AllowedName, error) {
	name, role := entry, Submit
	if i := strings.LastIndexByte(entry, '='); i >= 0 {
		var err error
		if role, err = ParseRole(entry[i+1:]); err != nil {
			return AllowedName{}, err
		}
		name = entry[:i]
	}
	switch rest := strings.TrimPrefix(name, "*."); {
	case name == "*":
		return AllowedName{}, errors.New("* is no name: every certificate of the authority could call; list names, or *.DOMAIN")
	case !goodName(rest):
		return AllowedName{}, fmt.Errorf("%.80q is no name of 1 to %d printable characters without space, and with a * only as \"*.\" before it", name, maxCertName)
	}
	return AllowedName{name, role}, nil
}

// goodName accepts what no part of the daemon takes for something else.
func goodName(name string) bool {
	strange := func(c rune) bool { return c <= ' ' || c > '~' || c == '*' || c == ',' }
	return name != "" && len(name) <= maxCertName && !strings.ContainsFunc(name, strange)
}

// certNames are the names that a certificate has: its DNS names, without capitals, and URIs,
// or without either its common name. Names that no entry could be are left out.
func certNames(c *x509.Certificate) []string {
	var names []string
	for _, n := range c.DNSNames {
		names = append(names, strings.ToLower(n))
	}
	for _, u := range c.URIs {
		names = append(names, u.String())
	}
	if len(names) == 0 {
		names = append(names, c.Subject.CommonName)
	}
	return slices.DeleteFunc(names, func(n string) bool { return !goodName(n) })
}

// roleOfName is what a certificate with that name may call. The name itself goes over a
// pattern.
func (a Access) roleOfName(name string) (role Role, ok bool) {
	_, domain, dotted := strings.Cut(name, ".")
	for _, e := range a.Names {
		switch {
		case e.Name == name:
			return e.Role, true
		case dotted && e.Name == "*."+domain:
			role, ok = e.Role, true
		}
	}
	return role, ok
}

// byCertificate is the peer that a verified certificate names: by the first of its names
// that may call, or else its first one.
func (l *lobby) byCertificate(c *x509.Certificate) *peer {
	l.mu.Lock()
	defer l.mu.Unlock()
	names := certNames(c)
	p := named(certPrefix+append(names, "-")[0], 0)
	p.cert, p.allowed = true, false
	for _, n := range names {
		if role, ok := l.access.roleOfName(n); ok {
			p.name, p.role, p.allowed = certPrefix+n, role, true
			break
		}
	}
	return p
}

// claimed is the name that a certificate gives itself that nobody vouches for.
func claimed(chain []*x509.Certificate) string {
	if len(chain) == 0 {
		return "empty"
	}
	if names := certNames(chain[0]); len(names) > 0 {
		return fmt.Sprintf("it says %q", names[0])
	}
	return "without a name"
}
