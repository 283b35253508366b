package client

// Version is the release that this package is of.
const Version = "0.1.0"
