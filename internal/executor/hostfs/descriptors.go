package hostfs

import "github.com/elide-dev/elided/internal/quota"

// Descriptors are those that an execution may take of the daemon's: one for each
// directory granted to it, and one for each file and directory that it has open.
type Descriptors struct {
	Quota *quota.Quota // nil is no bound
	User  quota.User
}

func (d Descriptors) take() bool { return d.Quota == nil || d.Quota.Take(d.User, 1) }

func (d Descriptors) give() {
	if d.Quota != nil {
		d.Quota.Give(d.User, 1)
	}
}
