package api

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"sync"
	"syscall"
	"time"
)

const (
	// maxPEM bounds a file of certificates or of a key, in bytes.
	maxPEM = 1 << 20
	// lookAgain is how long files are taken to be as they were.
	lookAgain = time.Second
)

// CertificateFiles are in PEM: the server's certificate, with those between it and its
// authority, and its key; and the authorities that sign clients' certificates, none if empty.
type CertificateFiles struct{ Cert, Key, ClientCA string }

// Certificates are what CertificateFiles hold. They notice, when a client connects, that
// the files have changed. Its methods are safe for concurrent use.
type Certificates struct {
	mu      sync.Mutex
	log     *slog.Logger
	files   CertificateFiles
	looked  time.Time    // when stamps were read
	stamps  [3]fileStamp // of the files as they were last tried
	current *certificates
	changed []func(good func([]*x509.Certificate) bool)
}

type certificates struct {
	own tls.Certificate
	ca  *x509.CertPool // nil without ClientCA
}

// A fileStamp changes when a file does.
type fileStamp struct {
	inode uint64
	size  int64
	time  time.Time
}

// NewCertificates reads the files.
func NewCertificates(f CertificateFiles) (*Certificates, error) {
	c := &Certificates{log: slog.New(slog.DiscardHandler), files: f, looked: time.Now(), stamps: f.stamps()}
	var err error
	if c.current, err = f.read(); err != nil {
		return nil, err
	}
	return c, nil
}

// ReportTo has a log hear of files that have changed, and of a certificate that nobody will
// take. Of nil, as of no TLS, there are none.
func (c *Certificates) ReportTo(log *slog.Logger) {
	if c == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.log = log
	if err := c.current.expired(c.files); err != nil { // the daemon's other doors are none the worse for it
		log.Warn("clients will refuse this certificate", "error", err)
	}
}

// expired is an error when the server's certificate has.
func (c *certificates) expired(f CertificateFiles) error {
	if end := c.own.Leaf.NotAfter; time.Now().After(end) {
		return fmt.Errorf("tls_cert %s has expired at %v: make a new one", f.Cert, end.Format(time.RFC3339))
	}
	return nil
}

// Take makes c those of next, which were read anew. Where either is nil it does nothing.
func (c *Certificates) Take(next *Certificates) {
	if c == nil || next == nil {
		return
	}
	c.mu.Lock()
	c.files, c.looked, c.stamps, c.current = next.files, next.looked, next.stamps, next.current
	c.mu.Unlock()
	c.tell()
}

// watch has f be called when the authorities may have changed, with what says whether a
// client's certificate is still good.
func (c *Certificates) watch(f func(good func([]*x509.Certificate) bool)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.changed = append(c.changed, f)
}

func (c *Certificates) tell() {
	c.mu.Lock()
	all, current := c.changed, c.current
	c.mu.Unlock()
	for _, f := range all {
		f(current.good)
	}
}

// ServerConfig is that of a server with these certificates. TLS is 1.3, and each
// connection is a new one: a session that is resumed would be a certificate that is not
// looked at.
func (c *Certificates) ServerConfig(clients tls.ClientAuthType, protocols ...string) *tls.Config {
	base := &tls.Config{MinVersion: tls.VersionTLS13, ClientAuth: clients, NextProtos: protocols, SessionTicketsDisabled: true}
	outer := base.Clone()
	outer.GetConfigForClient = func(*tls.ClientHelloInfo) (*tls.Config, error) {
		now, config := c.now(), base.Clone()
		config.Certificates, config.ClientCAs = []tls.Certificate{now.own}, now.ca
		if now.ca == nil {
			config.ClientCAs = x509.NewCertPool() // else the system's authorities would do
			if clients == tls.VerifyClientCertIfGiven {
				config.ClientAuth = tls.NoClientCert // nobody is asked for what nobody has
			}
		}
		return config, nil
	}
	return outer
}

// now are the certificates as the files have them, or had them when they were last good.
func (c *Certificates) now() *certificates {
	changed := c.look(time.Now())
	if changed {
		c.tell()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.current
}

// look reads the files again where they have changed.
func (c *Certificates) look(now time.Time) (changed bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now.Sub(c.looked) < lookAgain {
		return false
	}
	c.looked = now
	stamps := c.files.stamps()
	if stamps == c.stamps {
		return false
	}
	c.stamps = stamps // bad files are tried once, until they change again
	next, err := c.files.read()
	if err == nil {
		err = next.expired(c.files)
	}
	if err != nil {
		c.log.Warn("new certificates not taken: the old ones stay", "error", err)
		return false
	}
	c.current = next
	c.log.Info("certificates read again", "file", c.files.Cert, "until", next.own.Leaf.NotAfter)
	return true
}

func (f CertificateFiles) stamps() (out [3]fileStamp) {
	for i, path := range []string{f.Cert, f.Key, f.ClientCA} {
		info, err := os.Stat(path)
		if err != nil {
			continue // reading it says what is wrong
		}
		out[i] = fileStamp{size: info.Size(), time: info.ModTime()}
		if s, ok := info.Sys().(*syscall.Stat_t); ok {
			out[i].inode = s.Ino
		}
	}
	return out
}

func (f CertificateFiles) read() (*certificates, error) {
	cert, err := readPEM("tls_cert", f.Cert)
	if err != nil {
		return nil, err
	}
	key, err := readPEM("tls_key", f.Key)
	if err != nil {
		return nil, err
	}
	own, err := tls.X509KeyPair(cert, key)
	if err != nil {
		return nil, fmt.Errorf("tls_cert %s and tls_key %s: %w", f.Cert, f.Key, err)
	}
	out := &certificates{own: own}
	if f.ClientCA == "" {
		return out, nil
	}
	ca, err := readPEM("tls_client_ca", f.ClientCA)
	if err != nil {
		return nil, err
	}
	out.ca = x509.NewCertPool()
	if !out.ca.AppendCertsFromPEM(ca) {
		return nil, fmt.Errorf("tls_client_ca %s has no certificate in PEM", f.ClientCA)
	}
	return out, nil
}

func readPEM(setting, path string) ([]byte, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", setting, err)
	}
	defer func() { _ = f.Close() }() // only read
	var b bytes.Buffer
	if _, err := io.Copy(&b, io.LimitReader(f, maxPEM+1)); err != nil {
		return nil, fmt.Errorf("%s %s: %w", setting, path, err)
	}
	if b.Len() > maxPEM {
		return nil, fmt.Errorf("%s %s has more than %d bytes", setting, path, maxPEM)
	}
	return b.Bytes(), nil
}

// good reports whether a client's certificate is one that an authority vouches for now.
func (c *certificates) good(chain []*x509.Certificate) bool {
	if c.ca == nil { // else the system's authorities would do
		return false
	}
	options := x509.VerifyOptions{Roots: c.ca, Intermediates: x509.NewCertPool(), KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}}
	for _, between := range chain[1:] {
		options.Intermediates.AddCert(between)
	}
	_, err := chain[0].Verify(options)
	return err == nil
}

// clipped is an error of a handshake, in which the client may have a say.
func clipped(err error) error { return errors.New(clip(strings.ToValidUTF8(err.Error(), "?"))) }
