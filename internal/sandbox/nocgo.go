//go:build !cgo

package sandbox

// cgo says that threads are the Go runtime's.
const cgo = false
