package main

import (
	"os"

	"github.com/spf13/cobra"

	"github.com/elide-dev/elided/client"
)

// A reach is how the daemon is reached: at its Unix socket, or at an address.
type reach struct {
	socket        string
	address       string
	ca, cert, key string
	tokenFile     string
	// own keeps to the user's own daemon: what is meant for that is for no other.
	own bool
	// given says which flags the command line has; the others are defaults or variables.
	given func(flag string) bool
}

// Variables of the environment that say where the daemon is. Those of the daemon's own
// settings have other names, so that a daemon and its clients can be given both.
const (
	addressVariable = "ELIDED_ADDRESS"
	caVariable      = "ELIDED_CLIENT_CA"
	certVariable    = "ELIDED_CLIENT_CERT"
	keyVariable     = "ELIDED_CLIENT_KEY"
	tokenVariable   = "ELIDED_CLIENT_TOKEN_FILE"
)

func (r *reach) add(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&r.socket, "socket", client.OwnSocket(), "the daemon's socket `PATH`")
	annotate(cmd, "socket", "/run/elided/elided.sock for root, else $XDG_RUNTIME_DIR/elided.sock, or the former where nobody listens at that")
	f.StringVar(&r.address, "address", os.Getenv(addressVariable), "reach the daemon over TCP at `HOST:PORT` instead ("+addressVariable+")")
	f.StringVar(&r.ca, "tls-ca", os.Getenv(caVariable), "the authority of that daemon's certificate, `FILE` in PEM ("+caVariable+")")
	f.StringVar(&r.cert, "tls-cert", os.Getenv(certVariable), "the certificate to call it with, `FILE` in PEM ("+certVariable+")")
	f.StringVar(&r.key, "tls-key", os.Getenv(keyVariable), "the certificate's key, `FILE` in PEM ("+keyVariable+")")
	f.StringVar(&r.tokenFile, "token-file", os.Getenv(tokenVariable), "call with the token in `FILE`, without TLS, on the loopback ("+tokenVariable+")")
	cmd.PersistentPreRun = func(*cobra.Command, []string) { r.given = f.Changed }
}

// elsewhere reports whether an address goes over the socket.
func (r *reach) elsewhere() bool {
	return r.address != "" && (r.given == nil || r.given("address") || !r.given("socket"))
}

func (r *reach) dial() (*client.Client, error) {
	if err := r.check(); err != nil {
		return nil, err
	}
	if !r.elsewhere() {
		if r.given != nil && !r.given("socket") && !r.own {
			return client.Dial("") // which looks where there is one
		}
		return client.Dial(r.socket)
	}
	n := client.Network{Address: r.address, CA: r.ca, Cert: r.cert, Key: r.key}
	if r.tokenFile != "" {
		var err error
		if n.Token, err = client.ReadToken(r.tokenFile); err != nil {
			return nil, err
		}
	}
	d, err := client.DialNetwork(n)
	if err != nil {
		return nil, usageError{err}
	}
	return d, nil
}

// check refuses flags that can't be meant together.
func (r *reach) check() error {
	given := func(flag string) bool { return r.given != nil && r.given(flag) }
	if given("socket") && given("address") {
		return usageErrorf("--socket and --address: give one of them")
	}
	for _, flag := range []string{"tls-ca", "tls-cert", "tls-key", "token-file"} {
		if given(flag) && !r.elsewhere() {
			return usageErrorf("--%s takes --address too: at the Unix socket the kernel says who calls", flag)
		}
	}
	if (r.cert == "") != (r.key == "") && r.elsewhere() {
		return usageErrorf("--tls-cert and --tls-key: give both")
	}
	return nil
}
