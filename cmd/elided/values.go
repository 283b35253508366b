package main

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
)

// A size is a number of bytes as a flag: 64MiB, 64M, 65536.
type size uint64

func (s *size) String() string { return strconv.FormatUint(uint64(*s), 10) }

func (s *size) Type() string { return "SIZE" }

// sizes takes M, Mi, MB and MiB for the same: 2 to the 20th.
var sizes = regexp.MustCompile(`(?i)^(\d+)(?:([kmgt])i?)?b?$`)

func (s *size) Set(text string) error {
	parts := sizes.FindStringSubmatch(text)
	if parts == nil {
		return fmt.Errorf("%q is no size such as 64MiB, 512K or 65536", text)
	}
	shift := map[string]uint{"": 0, "k": 10, "m": 20, "g": 30, "t": 40}[strings.ToLower(parts[2])]
	n, err := strconv.ParseUint(parts[1], 10, 64)
	if err != nil || n<<shift>>shift != n {
		return fmt.Errorf("%q is too large", text)
	}
	*s = size(n << shift)
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
