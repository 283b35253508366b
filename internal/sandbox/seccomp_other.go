//go:build !amd64 && !arm64

package sandbox

// auditArchitecture is 0 where the list of system calls has not been tried.
const auditArchitecture = 0
