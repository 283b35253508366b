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
// or without either its common name. Names that no entry could be are left out, and so are
// URIs without a scheme, which could pass for DNS names.
func certNames(c *x509.Certificate) []string {
	var names []string
	for _, n := range c.DNSNames {
		names = append(names, strings.ToLower(n))
	}
	for _, u := range c.URIs {
		if u.IsAbs() {
			names = append(names, u.String())
		}
	}
	if len(c.DNSNames) == 0 && len(c.URIs) == 0 {
		names = append(names, c.Subject.CommonName)
	}
	return slices.DeleteFunc(names, func(n string) bool { return !goodName(n) })
}

// roleOfName is what a certificate with that name may call. The name itself goes over a
// pattern, which is of DNS names: no URI is one of its domain. DNS names, which come without
// capitals here, are the same in entries with capitals.
func (a Access) roleOfName(name string) (role Role, ok bool) {
	first, domain, dotted := strings.Cut(name, ".")
	dotted = dotted && !strings.ContainsAny(first, ":/")
	for _, e := range a.Names {
		switch {
		case e.Name == name, e.domain() == name:
			return e.Role, true
		case dotted && (e.Name == "*."+domain || e.domain() == "*."+domain):
			role, ok = e.Role, true
		}
	}
	return role, ok
}

// domain is the name as a certificate's DNS name would be; a URI is itself.
func (n AllowedName) domain() string {
	if strings.ContainsAny(n.Name, ":/") {
		return n.Name
	}
	return strings.ToLower(n.Name)
}

// byCertificate is the peer that a verified certificate names: by the first of its names
// that may call, or else its first one.
func (a Access) byCertificate(c *x509.Certificate) *peer {
	names := certNames(c)
	p := named(certPrefix+append(names, "-")[0], 0)
	p.cert, p.allowed = true, false
	for _, n := range names {
		if role, ok := a.roleOfName(n); ok {
			p.name, p.role, p.allowed = certPrefix+n, role, true
			break
		}
	}
	return p
}

// byCertificate is the peer that a verified certificate names now.
func (l *lobby) byCertificate(c *x509.Certificate) *peer {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.access.byCertificate(c)
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
