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
	return c.checkMutual("listener.tcp")
}

func (c *Config) checkMutual(path string) error {
	if l := &c.Listener; l.TLSCert == "" || l.TLSClientCA == "" {
		return c.Refuse(path, "takes TLS: listener.tls_cert, listener.tls_key, listener.tls_client_ca and listener.allow_names; or listener.tcp_insecure on the loopback")
	}
	return nil
}

// CheckMutualTLS refuses settings without which nobody could call over TCP. The path is of
// the key that asks for it.
func (c *Config) CheckMutualTLS(path string) error {
	if err := c.checkMutual(path); err != nil {
		return err
	}
	if len(c.Listener.AllowNames) == 0 {
		return c.Refuse(path, "takes listener.allow_names too: without it no client may call")
	}
	return nil
}

// CheckStart refuses what a daemon doesn't start with, though one that runs takes it: who
// takes the last name from a list wants nobody to call.
func (c *Config) CheckStart() error {
	if l := &c.Listener; l.TCP == "" || l.TCPInsecure {
		return nil
	}
	return c.CheckMutualTLS("listener.tcp")
}

// Warnings are a line each about settings that may let in more than was meant.
func (c *Config) Warnings() (out []string) {
	if l := &c.Listener; l.TCP != "" && l.TCPInsecure && len(l.Tokens) == 0 {
		out = append(out, c.setting("listener.tcp_insecure")+" without listener.tokens: every user of this machine may call over TCP, whatever allow_uids, allow_gids and the socket's permissions say")
	}
	return out
}

func loopback(host string) bool { return host == "localhost" || net.ParseIP(host).IsLoopback() }
