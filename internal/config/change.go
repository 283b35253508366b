package config

import "slices"

// A Change is a key whose value differs between two configurations.
type Change struct {
	Key      Key
	From, To string // as flags would have them
}

// Changes are the keys whose values are others in next.
func (c *Config) Changes(next *Config) []Change {
	var out []Change
	for i, k := range c.keys {
		if other := next.keys[i]; !slices.Equal(k.value.texts(), other.value.texts()) {
			out = append(out, Change{k, k.Text(), other.Text()})
		}
	}
	return out
}

// Adopt takes those values of next that a running daemon takes.
func (c *Config) Adopt(next *Config, takes func(Key) bool) {
	for i, k := range c.keys {
		if takes(k) {
			// What has been a value of the same key already is no wrong one.
			_ = k.value.set(next.keys[i].value.texts())
		}
	}
}
