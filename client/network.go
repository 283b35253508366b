package client

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/keepalive"
	"google.golang.org/grpc/status"
)

// A Network says how a daemon is reached over TCP: with TLS where it has a CA, Cert or
// ServerName, else without, which is for this machine's loopback alone.
type Network struct {
	// Address is HOST:PORT.
	Address string
	// CA is the file, in PEM, of the authorities that sign the daemon's certificate; "" is
	// those that this system trusts.
	CA string
	// Cert and Key are the files, in PEM, of the client's certificate. They are read for each
	// connection, so that new ones need no new client.
	Cert, Key string
	// ServerName is the name in the daemon's certificate; "" is the address's host.
	ServerName string
	// Token is sent with each call, without TLS only; "" is none.
	Token string
}

func (n Network) secure() bool { return n.CA != "" || n.Cert != "" || n.ServerName != "" }

// DialNetwork returns a client of a daemon that listens at a TCP address. Files that are
// wrong are errors at once; what the daemon has against the client's certificate is
// the error, with code UNAVAILABLE, of the first call.
func DialNetwork(n Network) (*Client, error) {
	host, _, err := net.SplitHostPort(n.Address)
	if err != nil {
		return nil, fmt.Errorf("daemon address %q is no HOST:PORT: %w", n.Address, err)
	}
	d, alive := door{"tcp", n.Address}, grpc.WithKeepaliveParams(keepalive.ClientParameters{Time: 30 * time.Second, Timeout: 20 * time.Second})
	switch {
	case n.secure() && n.Token != "":
		return nil, errors.New("a token is for a daemon on the loopback without TLS: over TLS the certificate says who calls; leave out one of them")
	case n.secure():
		config, err := n.config(host)
		if err != nil {
			return nil, err
		}
		return dial(d, grpc.WithTransportCredentials(credentials.NewTLS(config)), grpc.WithAuthority(config.ServerName), alive)
	case !loopback(host):
		return nil, fmt.Errorf("daemon address %q is not on this machine's loopback: without TLS whoever is on the way could read and forge calls; give the authority of the daemon's certificate and a client certificate", n.Address)
	}
	return dial(d, append(plain(), grpc.WithPerRPCCredentials(token(n.Token)), alive)...)
}

func loopback(host string) bool { return host == "localhost" || net.ParseIP(host).IsLoopback() }

// plain are the options without TLS.
func plain() []grpc.DialOption {
	return []grpc.DialOption{grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithAuthority("localhost")}
}

func (n Network) config(host string) (*tls.Config, error) {
	c := &tls.Config{MinVersion: tls.VersionTLS13, ServerName: host}
	if n.ServerName != "" {
		c.ServerName = n.ServerName
	}
	if n.CA != "" {
		pem, err := readSmall(n.CA)
		if err != nil {
			return nil, fmt.Errorf("authority of the daemon's certificate: %w", err)
		}
		c.RootCAs = x509.NewCertPool()
		if !c.RootCAs.AppendCertsFromPEM(pem) {
			return nil, fmt.Errorf("authority of the daemon's certificate: %s has no certificate in PEM", n.CA)
		}
	}
	if n.Cert == "" && n.Key == "" {
		return c, nil
	}
	if _, err := n.certificate(); err != nil {
		return nil, err
	}
	c.GetClientCertificate = func(*tls.CertificateRequestInfo) (*tls.Certificate, error) { return n.certificate() }
	return c, nil
}

func (n Network) certificate() (*tls.Certificate, error) {
	c, err := tls.LoadX509KeyPair(n.Cert, n.Key)
	if err != nil {
		return nil, fmt.Errorf("client certificate %q with key %q: %w", n.Cert, n.Key, err)
	}
	return &c, nil
}

// maxSmall bounds a file of certificates, or of a token, in bytes.
const maxSmall = 1 << 20

func readSmall(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // only read
	b, err := io.ReadAll(io.LimitReader(f, maxSmall+1))
	if err == nil && len(b) > maxSmall {
		err = fmt.Errorf("%s has more than %d bytes", path, maxSmall)
	}
	return b, err
}

// ReadToken reads a token from a file, which may end with a line end. The error doesn't
// show it.
func ReadToken(path string) (string, error) {
	b, err := readSmall(path)
	if err != nil {
		return "", fmt.Errorf("token: %w", err)
	}
	text := strings.TrimRight(string(b), "\r\n")
	if text == "" || strings.ContainsFunc(text, func(c rune) bool { return c <= ' ' || c > '~' }) {
		return "", fmt.Errorf("token: %s holds none, or something else with it", path)
	}
	return text, nil
}

// A token is sent with each call; "" is nothing.
type token string

// GetRequestMetadata is part of credentials.PerRPCCredentials.
func (t token) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	if t == "" {
		return nil, nil
	}
	return map[string]string{"authorization": "Bearer " + string(t)}, nil
}

// RequireTransportSecurity is part of credentials.PerRPCCredentials: DialNetwork sees to
// where a token goes.
func (token) RequireTransportSecurity() bool { return false }

// faults are what goes wrong when two sides want to know each other, by words of
// package tls, and what it means for who calls.
var faults = []struct{ words, meaning string }{
	{"remote error: tls: certificate required", "the daemon takes clients with a certificate only: give one, and its key"},
	{"remote error: tls: expired certificate", "this client's certificate has expired, or isn't valid yet: give a new one"},
	{"remote error: tls: unknown certificate authority", "the daemon doesn't trust the authority that signed this client's certificate (its listener.tls_client_ca)"},
	{"remote error: tls: bad certificate", "the daemon doesn't take this client's certificate: maybe it isn't one for clients (clientAuth)"},
	{"remote error: tls: protocol version", "the daemon's TLS is 1.3, and this client's isn't"},
	{"x509: certificate signed by unknown authority", "the daemon's certificate is signed by an authority that this client doesn't trust: give the right one"},
	{"x509: certificate has expired or is not yet valid", "the daemon's certificate has expired, or isn't valid yet, or this machine's clock is wrong"},
	{"x509: certificate is valid for", "the daemon's certificate is for another name"},
	{"x509: cannot validate certificate for", "the daemon's certificate isn't for this address: call it by a name that is in the certificate"},
	{"first record does not look like a TLS handshake", "what listens there speaks no TLS"},
	{"error reading server preface: EOF", "what listens there ended the connection: maybe it takes clients with a certificate only, or there are too many"},
}

// refused explains why no connection came about; nil where TLS has no part in it.
func (c *Client) refused(err error) error {
	if c.door.network != "tcp" {
		return nil
	}
	message := status.Convert(err).Message()
	for _, f := range faults {
		if i := strings.Index(message, f.words); i >= 0 {
			return status.Errorf(codes.Unavailable, "%s: %s (%.200s)", c.door.address, f.meaning, strings.TrimRight(message[i:], `"`))
		}
	}
	return nil
}
