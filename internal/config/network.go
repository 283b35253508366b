package config

import (
	"errors"
	"net"
)

// checkTLS refuses a part of what TLS takes without the rest.
func (c *Config) checkTLS() error {
	l := &c.Listener
	needs := func(path, value, other, needed string) error {
		if value == "" || needed != "" {
			return nil
		}
		return c.Refuse(path, "takes %s too", other)
	}
	var unlisted error
	if len(l.AllowNames) > 0 && l.TLSClientCA == "" {
		unlisted = c.Refuse("listener.allow_names", "takes listener.tls_client_ca too: the authorities that sign certificates with these names")
	}
	return errors.Join(
		needs("listener.tls_cert", l.TLSCert, "listener.tls_key", l.TLSKey),
		needs("listener.tls_key", l.TLSKey, "listener.tls_cert", l.TLSCert),
		needs("listener.tls_client_ca", l.TLSClientCA, "listener.tls_cert", l.TLSCert),
		unlisted,
	)
}

// checkTCP refuses a TCP address that everybody could call at, or nobody.
func (c *Config) checkTCP() error {
	l := &c.Listener
	if l.TCP == "" {
		return nil
	}
	host, _, err := net.SplitHostPort(l.TCP)
	switch {
	case err != nil:
		return c.Refuse("listener.tcp", "is no HOST:PORT: %v", err)
	case l.TCPInsecure && !loopback(host):
		return c.Refuse("listener.tcp", "is not on the loopback, and %s has no TLS: whoever reaches it could read and forge calls. Give it TLS, or 127.0.0.1", c.Name("listener.tcp_insecure"))
	case l.TCPInsecure:
		return nil
	}
	return c.CheckMutualTLS("listener.tcp")
}

// CheckMutualTLS refuses settings without which nobody could call over TCP. The path is of
// the key that asks for it.
func (c *Config) CheckMutualTLS(path string) error {
	l := &c.Listener
	switch {
	case l.TLSCert == "", l.TLSClientCA == "":
		return c.Refuse(path, "takes TLS: listener.tls_cert, listener.tls_key, listener.tls_client_ca and listener.allow_names; or listener.tcp_insecure on the loopback")
	case len(l.AllowNames) == 0:
		return c.Refuse(path, "takes listener.allow_names too: without it no client may call")
	}
	return nil
}

func loopback(host string) bool { return host == "localhost" || net.ParseIP(host).IsLoopback() }
