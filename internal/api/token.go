package api

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

const (
	// tokenPrefix begins a token, so that one is known where it isn't meant to be.
	tokenPrefix = "elided_"
	// tokenBytes is how much of a token is random.
	tokenBytes = 32
	// maxCredential bounds the value of an authorization header, in bytes.
	maxCredential = 512
	// maxTokenName bounds the name of a token, in bytes.
	maxTokenName = 64

	// authorization is the header, and gRPC's metadata, that has the token.
	authorization = "authorization"

	// anonymous is everybody at a TCP address without TLS, where there are no tokens.
	anonymous = "anonymous"
	// certPrefix and nameOfToken begin the names of peers.
	certPrefix  = "cert:"
	nameOfToken = "token:"
)

// A Token is what the daemon knows of one: whom it names, and its hash.
type Token struct {
	Name string
	Role Role
	Hash [sha256.Size]byte
}

// NewToken makes a token with an entry for it, as ParseToken reads it.
func NewToken(name string, r Role) (token, entry string, err error) {
	if err := checkTokenName(name); err != nil {
		return "", "", err
	}
	random := make([]byte, tokenBytes)
	_, _ = rand.Read(random) // never fails
	token = tokenPrefix + base64.RawURLEncoding.EncodeToString(random)
	hash := sha256.Sum256([]byte(token))
	return token, fmt.Sprintf("%s=%s=sha256:%s", name, r, hex.EncodeToString(hash[:])), nil
}

// ParseToken reads NAME=ROLE=sha256:HEX. Its errors don't show what they are about: it may
// be a token in the wrong place.
func ParseToken(entry string) (Token, error) {
	parts := strings.Split(entry, "=")
	if len(parts) != 3 {
		return Token{}, errors.New("an entry is not NAME=ROLE=sha256:HEX, as `elided token NAME` prints it")
	}
	t := Token{Name: parts[0]}
	if err := checkTokenName(t.Name); err != nil {
		return Token{}, errors.New("the name of an entry is " + nameRule)
	}
	var ok bool
	if t.Role, ok = roleNames[parts[1]]; !ok {
		return Token{}, fmt.Errorf("the role of the token %s is not read, submit or admin", t.Name)
	}
	digits, ok := strings.CutPrefix(parts[2], "sha256:")
	hash, err := hex.DecodeString(digits)
	if !ok || err != nil || len(hash) != sha256.Size {
		return Token{}, fmt.Errorf("the hash of the token %s is not sha256: and %d hexadecimal digits", t.Name, 2*sha256.Size)
	}
	t.Hash = [sha256.Size]byte(hash)
	return t, nil
}

const nameRule = "not 1 to 64 letters, digits and -._@ that begin with a letter or digit, and not as a token does"

func checkTokenName(name string) error {
	letter := func(c rune) bool {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	}
	wrong := func(c rune) bool { return !letter(c) && !strings.ContainsRune("-._@", c) }
	if name == "" || len(name) > maxTokenName || strings.HasPrefix(name, tokenPrefix) || strings.ContainsFunc(name, wrong) || !letter(rune(name[0])) {
		return fmt.Errorf("%.80q is %s", name, nameRule)
	}
	return nil
}

// bearer takes the token out of the values of an authorization header.
func bearer(values []string) (string, error) {
	if len(values) == 0 {
		return "", unauthenticated("this elided has to be told who calls: send the header \"authorization: Bearer TOKEN\"; its operator makes a token with `elided token NAME`")
	}
	scheme, token, ok := strings.Cut(values[0], " ")
	if len(values) > 1 || len(values[0]) > maxCredential || !ok || !strings.EqualFold(scheme, "bearer") || token == "" {
		return "", unauthenticated("the authorization header is not one \"Bearer TOKEN\"")
	}
	return token, nil
}

func unauthenticated(message string) error { return status.Error(codes.Unauthenticated, message) }

// byToken is the peer that an authorization header names, by its values.
func (l *lobby) byToken(values []string) (*peer, error) {
	l.mu.Lock()
	tokens := l.access.Tokens
	l.mu.Unlock()
	if len(tokens) == 0 {
		return named(anonymous, Submit), nil
	}
	token, err := bearer(values)
	if err != nil {
		return nil, err
	}
	hash := sha256.Sum256([]byte(token))
	found := -1
	for i := range tokens { // all of them: the time tells nothing of which
		found = subtle.ConstantTimeSelect(subtle.ConstantTimeCompare(hash[:], tokens[i].Hash[:]), i, found)
	}
	if found < 0 {
		return nil, unauthenticated("the token is none of this elided's: it was mistyped, or its operator has removed it")
	}
	p := named(nameOfToken+tokens[found].Name, tokens[found].Role)
	p.token = &tokens[found].Hash
	return p, nil
}

// roleOfToken is what the peer of a token may call, while there is that token.
func (a Access) roleOfToken(p *peer) (Role, bool) {
	i := slices.IndexFunc(a.Tokens, func(t Token) bool { return t.Hash == *p.token && nameOfToken+t.Name == p.name })
	if i < 0 {
		return 0, false
	}
	return a.Tokens[i].Role, true
}
