package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/elide-dev/elided/internal/config"
)

// A size is a number of bytes as a flag: 64MiB, 64M, 65536.
type size config.Size

func (s *size) String() string { return config.Size(*s).String() }

func (s *size) Type() string { return "SIZE" }

func (s *size) Set(text string) error {
	n, err := config.ParseSize(text)
	if err != nil {
		return fmt.Errorf("%q %w", text, err)
	}
	*s = size(n)
	return nil
}

// pairs reads K=V flags.
func pairs(flag string, list []string) (map[string]string, error) {
	m := make(map[string]string, len(list))
	for _, entry := range list {
		k, v, ok := strings.Cut(entry, "=")
		if !ok || k == "" {
			return nil, usageErrorf("--%s %q is not of the form K=V", flag, entry)
		}
		m[k] = v
	}
	return m, nil
}

// environment reads --env flags: K=V, or K alone for the caller's own value, if it
// has one. A bad entry isn't shown, as it may be a secret.
func environment(list []string) (map[string]string, error) {
	env := make(map[string]string, len(list))
	for i, entry := range list {
		k, v, given := strings.Cut(entry, "=")
		if k == "" {
			return nil, usageErrorf("--env number %d has no name before the =", i+1)
		}
		if !given {
			if v, given = os.LookupEnv(k); !given {
				continue
			}
		}
		env[k] = v
	}
	return env, nil
}
