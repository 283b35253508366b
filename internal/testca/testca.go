// Package testca makes certificates for tests that speak real TLS.
package testca

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A CA signs certificates, in a directory that has them as files.
type CA struct {
	t    testing.TB
	dir  string
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

// New makes an authority, whose certificate is the file CA of dir.
func New(t testing.TB, dir string) *CA {
	t.Helper()
	ca := &CA{t: t, dir: dir, key: newKey(t)}
	c := &x509.Certificate{
		SerialNumber: serial(t), Subject: pkix.Name{CommonName: "an authority of a test"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, c, c, &ca.key.PublicKey, ca.key)
	if err == nil {
		ca.cert, err = x509.ParseCertificate(der)
	}
	if err != nil {
		t.Fatal(err)
	}
	ca.write("ca.pem", "CERTIFICATE", der)
	return ca
}

// File is the path of the authority's certificate.
func (ca *CA) File() string { return filepath.Join(ca.dir, "ca.pem") }

// Pool trusts the authority.
func (ca *CA) Pool() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AddCert(ca.cert)
	return pool
}

// Issue makes a certificate as the template has it, and returns the files that it and its key are in.
// What the template leaves out is that of a good one for both ends, for an hour.
func (ca *CA) Issue(name string, c x509.Certificate) (cert, key string) {
	ca.t.Helper()
	c.SerialNumber = serial(ca.t)
	if c.NotBefore.IsZero() {
		c.NotBefore = time.Now().Add(-time.Hour)
	}
	if c.NotAfter.IsZero() {
		c.NotAfter = time.Now().Add(time.Hour)
	}
	if c.ExtKeyUsage == nil {
		c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth}
	}
	private := newKey(ca.t)
	der, err := x509.CreateCertificate(rand.Reader, &c, ca.cert, &private.PublicKey, ca.key)
	if err != nil {
		ca.t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		ca.t.Fatal(err)
	}
	return ca.write(name+".pem", "CERTIFICATE", der), ca.write(name+".key", "PRIVATE KEY", secret)
}

// Server makes a certificate for this machine's loopback.
func (ca *CA) Server(name string) (cert, key string) {
	return ca.Issue(name, x509.Certificate{DNSNames: []string{"localhost"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1), net.IPv6loopback}})
}

// Client makes a certificate with a DNS name.
func (ca *CA) Client(name string) tls.Certificate {
	return ca.Load(ca.Issue(name, x509.Certificate{DNSNames: []string{name}}))
}

// Load reads a certificate as Issue has written it.
func (ca *CA) Load(cert, key string) tls.Certificate {
	ca.t.Helper()
	c, err := tls.LoadX509KeyPair(cert, key)
	if err != nil {
		ca.t.Fatal(err)
	}
	return c
}

// Serves is the serial number of the certificate that a gRPC server has now, for a client with
// one of its own.
func (ca *CA) Serves(address string, client tls.Certificate) string {
	ca.t.Helper()
	c, err := tls.Dial("tcp", address, &tls.Config{RootCAs: ca.Pool(), Certificates: []tls.Certificate{client}, NextProtos: []string{"h2"}})
	if err != nil {
		ca.t.Fatal(err)
	}
	defer func() { _ = c.Close() }() // nothing was written
	return c.ConnectionState().PeerCertificates[0].SerialNumber.String()
}

func (ca *CA) write(name, kind string, der []byte) string {
	ca.t.Helper()
	path := filepath.Join(ca.dir, name)
	// As a careful operator does it: whoever reads the file has all of it.
	next := path + ".new"
	if err := os.WriteFile(next, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600); err != nil {
		ca.t.Fatal(err)
	}
	if err := os.Rename(next, path); err != nil {
		ca.t.Fatal(err)
	}
	return path
}

func newKey(t testing.TB) *ecdsa.PrivateKey {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func serial(t testing.TB) *big.Int {
	n, err := rand.Int(rand.Reader, big.NewInt(1<<62))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// URI is a URI for a template.
func URI(t testing.TB, text string) *url.URL {
	t.Helper()
	u, err := url.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return u
}
