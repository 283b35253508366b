package config

import "path/filepath"

// checkHTTP refuses a door for HTTP that can't be opened.
func (c *Config) checkHTTP() error {
	switch l := &c.Listener; {
	case l.HTTPSocket != "" && filepath.Clean(l.HTTPSocket) == filepath.Clean(l.Socket):
		return c.Refuse("listener.http_socket", "is the same as %s", c.setting("listener.socket"))
	case l.HTTPTLS && l.TLSCert == "":
		return c.Refuse("listener.http_tls", "takes listener.tls_cert and listener.tls_key too")
	}
	return nil
}
