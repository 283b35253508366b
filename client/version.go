package client

import "github.com/elide-dev/elided/internal/version"

// Version is the number of the release that this package is of, such as 0.1.0.
func Version() string { return version.Number() }
