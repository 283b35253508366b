package api

import (
	"crypto/x509"
	"crypto/x509/pkix"
	"net/url"
	"testing"

	"github.com/elide-dev/elided/internal/testca"
)

// TestKindsOfNames: a URI passes for no DNS name, and is of no domain.
func TestKindsOfNames(t *testing.T) {
	a := Access{Names: allow("ci.example.com", "*.example.com", "spiffe://a.example.com/ci", "Deploy.Example.org", "*.Example.net", "spiffe://a/CI")}
	uri := func(text string) x509.Certificate { return x509.Certificate{URIs: []*url.URL{testca.URI(t, text)}} }
	named := func(c x509.Certificate, name string) x509.Certificate {
		c.Subject = pkix.Name{CommonName: name}
		return c
	}
	for name, c := range map[string]struct {
		cert    x509.Certificate
		allowed bool
	}{
		"DNS":                   {x509.Certificate{DNSNames: []string{"CI.example.com"}}, true},
		"DNS by pattern":        {x509.Certificate{DNSNames: []string{"x.example.com"}}, true},
		"common":                {named(x509.Certificate{}, "x.example.com"), true},
		"entry with capitals":   {x509.Certificate{DNSNames: []string{"deploy.example.org"}}, true},
		"pattern with capitals": {x509.Certificate{DNSNames: []string{"X.example.net"}}, true},
		"common with capitals":  {named(x509.Certificate{}, "Deploy.Example.org"), true},
		"URI in small letters":  {uri("spiffe://a/ci"), false},
		"URI":                   {uri("spiffe://a.example.com/ci"), true},
		"URI like a DNS name":   {uri("ci.example.com"), false},
		"URI like one of many":  {uri("x.example.com"), false},
		"URI with such a host":  {uri("spiffe://x.example.com"), false},
		"URI with such an end":  {uri("urn:x.example.com"), false},
		"common beside the URI": {named(uri("//x"), "ci.example.com"), false},
	} {
		if p := a.byCertificate(&c.cert); p.allowed != c.allowed {
			t.Errorf("%s: %v %v", name, p.name, p.allowed)
		}
	}
}
