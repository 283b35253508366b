package api

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"google.golang.org/grpc/codes"
)

// This file keeps browsers from carrying other people's requests. A page can send some to
// every address that its browser reaches, and a name that resolves to 127.0.0.1 makes it
// the daemon's own page. There is no CORS: no answer is for a page of somebody else's.

// checkBrowser refuses a request of another site's page. Where plain is true, the
// request has come to a loopback address without TLS, and has to name it, or one of the
// hosts that are configured.
func checkBrowser(r *http.Request, plain bool, configured []string) error {
	if plain && !knownHost(r.Host, configured) {
		return refuse(http.StatusForbidden, codes.PermissionDenied, "Host: %.128q is neither localhost, a loopback address nor the host of listener.http", r.Host)
	}
	if o := r.Header.Get("Origin"); o != "" {
		if from, err := url.Parse(o); err != nil || from.Host == "" || from.Host != r.Host {
			return refuse(http.StatusForbidden, codes.PermissionDenied, "Origin: %.128q is another site: its pages may not call", o)
		}
	}
	if err := new(http.CrossOriginProtection).Check(r); err != nil {
		return refuse(http.StatusForbidden, codes.PermissionDenied, "another site's pages may not call: %v", err)
	}
	return nil
}

// knownHost reports whether a request's Host, which may have a port, is one that no other
// site has. One without a host is none of a browser's.
func knownHost(host string, configured []string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.ToLower(strings.TrimSuffix(strings.Trim(name, "[]"), "."))
	if name == "" || name == "localhost" || slices.Contains(configured, name) {
		return true
	}
	ip, err := netip.ParseAddr(name)
	return err == nil && ip.IsLoopback()
}
