package executor

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"fmt"
)

// pageTokens seals where a page of a list ends. That is a number which counts
// everybody's executions, and so tells nobody else's business to who asks: tokens are
// all of one length, and no two are the same.
type pageTokens struct{ aead cipher.AEAD }

func newPageTokens() (pageTokens, error) {
	key := make([]byte, 32)
	_, _ = rand.Read(key) // never fails
	block, err := aes.NewCipher(key)
	if err != nil {
		return pageTokens{}, fmt.Errorf("page tokens: %w", err)
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		return pageTokens{}, fmt.Errorf("page tokens: %w", err)
	}
	return pageTokens{aead}, nil
}

func (p pageTokens) seal(seq uint64) string {
	return base64.RawURLEncoding.EncodeToString(p.aead.Seal(nil, nil, binary.BigEndian.AppendUint64(nil, seq), nil))
}

func (p pageTokens) open(token string) (seq uint64, err error) {
	sealed, err := base64.RawURLEncoding.DecodeString(token)
	if err == nil {
		var plain []byte
		if plain, err = p.aead.Open(nil, nil, sealed, nil); err == nil {
			return binary.BigEndian.Uint64(plain), nil
		}
	}
	return 0, invalid("page_token", "%.64q is not one that a list of this daemon came with since it was started: begin with the first page", token)
}
