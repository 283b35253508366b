package client

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/testca"
)

// TestDialNetwork refuses at once what can't be meant, or isn't there.
func TestDialNetwork(t *testing.T) {
	dir := t.TempDir()
	ca := testca.New(t, dir)
	cert, key := ca.Server("a")
	_, other := ca.Server("b")
	for name, c := range map[string]struct {
		n    Network
		want string // "" is no error
	}{
		"loopback":                {Network{Address: "127.0.0.1:1"}, ""},
		"loopback by name":        {Network{Address: "localhost:1", Token: "t"}, ""},
		"loopback of IPv6":        {Network{Address: "[::1]:1"}, ""},
		"another machine, no TLS": {Network{Address: "192.0.2.1:1", Token: "t"}, "not on this machine's loopback"},
		"another machine":         {Network{Address: "192.0.2.1:1", CA: ca.File(), Cert: cert, Key: key}, ""},
		"system's authorities":    {Network{Address: "example.com:1", Cert: cert, Key: key}, ""},
		"token over TLS":          {Network{Address: "127.0.0.1:1", CA: ca.File(), Token: "t"}, "leave out one of them"},
		"no port":                 {Network{Address: "127.0.0.1"}, "is no HOST:PORT"},
		"no authority":            {Network{Address: "127.0.0.1:1", CA: filepath.Join(dir, "none")}, "no such file"},
		"no PEM":                  {Network{Address: "127.0.0.1:1", CA: key}, "has no certificate in PEM"},
		"no key":                  {Network{Address: "127.0.0.1:1", CA: ca.File(), Cert: cert}, "client certificate"},
		"another's key":           {Network{Address: "127.0.0.1:1", CA: ca.File(), Cert: cert, Key: other}, "does not match"},
	} {
		d, err := DialNetwork(c.n)
		switch {
		case err == nil:
			_ = d.Close()
			if c.want != "" {
				t.Errorf("%s: no error, want %q", name, c.want)
			}
		case c.want == "" || !strings.Contains(err.Error(), c.want):
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// TestReadToken shows nothing of what is no token.
func TestReadToken(t *testing.T) {
	path := filepath.Join(t.TempDir(), "token")
	for text, want := range map[string]string{
		"secret\n": "secret", "secret": "secret", "secret\r\n": "secret", "": "", "secret secret": "", "secret\nsecret": "", "s\x00": "",
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := ReadToken(path)
		if got != want || (err == nil) != (want != "") || err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}
