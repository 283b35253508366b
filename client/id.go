package client

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
)

// maxID is how long an id may be, in bytes.
const maxID = 256

// ID makes an id, of an execution or a group, of any text, another one for each: what an
// id may not have is percent-encoded, and of one that is too long the end becomes its hash.
func ID(text string) string {
	id := (&url.URL{Path: text}).EscapedPath()
	if len(id) <= maxID {
		return id
	}
	sum := sha256.Sum256([]byte(text))
	hash := "%~" + hex.EncodeToString(sum[:]) // no text is encoded with this
	return id[:maxID-len(hash)] + hash
}
