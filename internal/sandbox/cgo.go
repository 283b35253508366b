//go:build cgo

package sandbox

// cgo says that threads may be a C library's. Those can be reached one by one only
// through /proc, and with it only by their numbers outside of a pid namespace.
const cgo = true
