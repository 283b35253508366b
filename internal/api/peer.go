package api

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net"
	"os"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/metadata"
	grpcpeer "google.golang.org/grpc/peer"

	"github.com/elide-dev/elided/internal/executor"
	"github.com/elide-dev/elided/internal/quota"
)

// A peer is who calls: the process at the other end of a Unix socket, as the kernel knew it
// when it connected (what the process changes later, or whom it passes the socket
// to, changes nothing), or one whom a certificate or a token names.
type peer struct {
	credentials.CommonAuthInfo
	// name is "cert:NAME" or "token:NAME" of one that is no user of this machine, whose
	// uid and gid are the last numbers, which no user has. It has no space in it.
	name     string
	uid, gid uint32
	pid      int32 // 0 when it is of another PID namespace, or of none
	groups   []uint32
	allowed  bool // it may call
	role     Role // what it may call; of one that may not call it counts for nothing

	cert    bool               // a certificate named it
	token   *[sha256.Size]byte // hash of the token that named it; nil is none
	address string             // where it calls from, for the log; "" is this machine
	visit   *visit             // the HTTP request that the call is made of; nil is none
	// identify says whose a call is, by its metadata, on a connection that is of no one caller.
	identify func(metadata.MD) (*peer, error)
}

// named is a peer that is no user of this machine.
func named(name string, r Role) *peer {
	return &peer{
		CommonAuthInfo: credentials.CommonAuthInfo{SecurityLevel: credentials.PrivacyAndIntegrity},
		name:           name, uid: math.MaxUint32, gid: math.MaxUint32, allowed: true, role: r,
	}
}

// AuthType is part of credentials.AuthInfo.
func (p *peer) AuthType() string {
	if p.name != "" {
		return "name"
	}
	return "unix"
}

// ValidateAuthority is part of credentials.AuthInfo: the name that a client has for
// a Unix socket means nothing.
func (*peer) ValidateAuthority(string) error { return nil }

// owner reports whether the peer is root or the daemon's own user, who can do to the
// daemon what they like anyway.
func (p *peer) owner() bool {
	return p.name == "" && (p.uid == 0 || p.uid == uint32(os.Geteuid()))
}

// user is the peer as quotas know it.
func (p *peer) user() quota.User { return quota.User{UID: p.uid, Name: p.name} }

// String names the peer for people.
func (p *peer) String() string {
	if p.name != "" {
		return p.name
	}
	return fmt.Sprintf("uid %d", p.uid)
}

// LogValue is the peer for the log.
func (p *peer) LogValue() slog.Value {
	if p.name != "" {
		return slog.GroupValue(slog.String("name", p.name), slog.String("address", p.address))
	}
	return slog.GroupValue(slog.Uint64("uid", uint64(p.uid)), slog.Uint64("gid", uint64(p.gid)), slog.Int("pid", int(p.pid)))
}

// peerOf reads who is at the other end of a connection.
func peerOf(c net.Conn) (*peer, error) {
	s, ok := c.(syscall.Conn)
	if !ok {
		return nil, fmt.Errorf("a %T has no peer credentials", c)
	}
	raw, err := s.SyscallConn()
	if err != nil {
		return nil, err
	}
	p := &peer{CommonAuthInfo: credentials.CommonAuthInfo{SecurityLevel: credentials.PrivacyAndIntegrity}}
	var failed error
	err = raw.Control(func(fd uintptr) { failed = p.read(int(fd)) })
	return p, errors.Join(err, failed)
}

func (p *peer) read(fd int) error {
	c, err := unix.GetsockoptUcred(fd, unix.SOL_SOCKET, unix.SO_PEERCRED)
	if err != nil {
		return fmt.Errorf("peer credentials: %w", err)
	}
	p.uid, p.gid, p.pid = c.Uid, c.Gid, c.Pid
	if p.groups, err = peerGroups(fd); err != nil {
		return fmt.Errorf("peer groups: %w", err)
	}
	return nil
}

// peerGroups reads the supplementary groups. The kernel says how much room they
// need when it is more than there is, at most 65,536 of them.
func peerGroups(fd int) ([]uint32, error) {
	for groups := make([]uint32, 32); ; {
		size := uint32(len(groups)) * 4
		_, _, errno := unix.Syscall6(unix.SYS_GETSOCKOPT, uintptr(fd), unix.SOL_SOCKET, unix.SO_PEERGROUPS,
			uintptr(unsafe.Pointer(unsafe.SliceData(groups))), uintptr(unsafe.Pointer(&size)), 0)
		switch {
		case errno == 0:
			return groups[:size/4], nil
		case errno != unix.ERANGE || int(size/4) <= len(groups):
			return nil, errno
		}
		groups = make([]uint32, size/4)
	}
}

// A greeter is a connection that knows, or finds out, whose it is. The connection that it
// returns is to be used instead. gRPC has set the time that this may take.
type greeter interface {
	greet() (net.Conn, *peer, error)
}

// peerCredentials hands gRPC the peers of connections.
type peerCredentials struct{}

var _ credentials.TransportCredentials = peerCredentials{}

// ServerHandshake is part of credentials.TransportCredentials.
func (peerCredentials) ServerHandshake(c net.Conn) (net.Conn, credentials.AuthInfo, error) {
	g, ok := c.(greeter)
	if !ok {
		return nil, nil, fmt.Errorf("a %T has no peer: serve with Server.Serve", c)
	}
	conn, p, err := g.greet()
	if err != nil {
		return nil, nil, err
	}
	return conn, p, nil
}

// ClientHandshake is not for servers.
func (peerCredentials) ClientHandshake(context.Context, string, net.Conn) (net.Conn, credentials.AuthInfo, error) {
	return nil, nil, errors.New("these credentials are a server's")
}

// Info is part of credentials.TransportCredentials.
func (peerCredentials) Info() credentials.ProtocolInfo {
	return credentials.ProtocolInfo{SecurityProtocol: "elided"}
}

// Clone is part of credentials.TransportCredentials.
func (c peerCredentials) Clone() credentials.TransportCredentials { return c }

// OverrideServerName is part of credentials.TransportCredentials.
func (peerCredentials) OverrideServerName(string) error { return nil }

// nobody is the peer of a call that has none, which no server of ours serves.
var nobody = &peer{uid: math.MaxUint32, gid: math.MaxUint32}

type peerKey struct{}

// withPeer has a call be p's, whosever the connection is that it comes by.
func withPeer(ctx context.Context, p *peer) context.Context {
	return context.WithValue(ctx, peerKey{}, p)
}

// peerIn is the peer of a call: the one of withPeer, or else the connection's. It is never
// a privileged one by mistake.
func peerIn(ctx context.Context) *peer {
	if p, ok := ctx.Value(peerKey{}).(*peer); ok {
		return p
	}
	if all, ok := grpcpeer.FromContext(ctx); ok {
		if p, ok := all.AuthInfo.(*peer); ok {
			return p
		}
	}
	return nobody
}

// caller is the peer as the executor knows it.
func caller(ctx context.Context) executor.Caller {
	p := peerIn(ctx)
	return executor.Caller{Peer: true, UID: p.uid, GID: p.gid, Name: p.name, Admin: p.role == Admin}
}
