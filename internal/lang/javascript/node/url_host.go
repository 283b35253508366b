package node

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

var errURL = errors.New("invalid URL")

// maxUnicodeHost is how many bytes a host that isn't ASCII may have. Names have 253.
const maxUnicodeHost = 1024

// Characters that may not be in a host.
const (
	forbiddenHost   = "\x00\t\n\r #/:<>?@[\\]^|"
	forbiddenDomain = forbiddenHost + "%\x7f"
)

// parseHost returns the host that text means, as URLs have it.
func parseHost(text string, special bool) (string, error) {
	if strings.HasPrefix(text, "[") {
		if !strings.HasSuffix(text, "]") {
			return "", errURL
		}
		pieces, err := parseIPv6(text[1 : len(text)-1])
		return "[" + formatIPv6(pieces) + "]", err
	}
	if !special {
		if strings.ContainsAny(text, forbiddenHost) {
			return "", errURL
		}
		return escapeControls.escape(text), nil
	}
	domain, err := toASCII(decodeUTF8(unescape(text)))
	if err != nil || domain == "" || strings.ContainsFunc(domain, isForbiddenInDomain) {
		return "", errURL
	}
	if endsInNumber(domain) {
		return parseIPv4(domain)
	}
	return domain, nil
}

func isForbiddenInDomain(r rune) bool {
	return r <= 0x1f || strings.ContainsRune(forbiddenDomain, r)
}

// toASCII returns a domain in small letters and in punycode where it needs it.
func toASCII(domain string) (string, error) {
	lower := strings.ToLower(domain)
	if isASCII(lower) && !strings.Contains(lower, "xn--") {
		return lower, nil
	}
	if len(domain) > maxUnicodeHost {
		return "", errURL
	}
	profile := idna.New(idna.MapForLookup(), idna.Transitional(false), idna.StrictDomainName(false),
		idna.CheckHyphens(false), idna.CheckJoiners(true), idna.BidiRule())
	return profile.ToASCII(domain)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// endsInNumber is whether a domain must be an IPv4 address.
func endsInNumber(domain string) bool {
	domain = strings.TrimSuffix(domain, ".")
	last := domain[strings.LastIndexByte(domain, '.')+1:]
	if last != "" && strings.Trim(last, "0123456789") == "" {
		return true
	}
	_, err := parseIPv4Number(last)
	return err == nil
}

// parseIPv4 takes all that inet_aton does: fewer than four parts, octal, hexadecimal.
func parseIPv4(domain string) (string, error) {
	parts := strings.Split(strings.TrimSuffix(domain, "."), ".")
	if len(parts) > 4 {
		return "", errURL
	}
	var address uint64
	for i, part := range parts {
		n, err := parseIPv4Number(part)
		if err != nil {
			return "", err
		}
		if i < len(parts)-1 {
			if n > 0xff {
				return "", errURL
			}
			address |= n << (8 * (3 - i))
			continue
		}
		if n >= 1<<(8*(5-len(parts))) {
			return "", errURL
		}
		address |= n
	}
	var b []byte
	for shift := 24; shift >= 0; shift -= 8 {
		b = strconv.AppendUint(b, address>>shift&0xff, 10)
		b = append(b, '.')
	}
	return string(b[:len(b)-1]), nil
}

func parseIPv4Number(text string) (uint64, error) {
	base := 10
	switch {
	case text == "":
		return 0, errURL
	case strings.HasPrefix(text, "0x"):
		text, base = text[2:], 16
	case len(text) > 1 && text[0] == '0':
		text, base = text[1:], 8
	}
	if text == "" {
		return 0, nil
	}
	if text[0] == '+' || text[0] == '-' {
		return 0, errURL
	}
	n, err := strconv.ParseUint(text, base, 63)
	if errors.Is(err, strconv.ErrRange) {
		return 1 << 62, nil // the caller finds it too large
	}
	if err != nil {
		return 0, errURL
	}
	return n, nil
}
