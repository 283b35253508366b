package api

import (
	"bytes"
	"context"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"

	"github.com/elide-dev/elided/internal/executor"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// An identity is whom a connection is made as.
type identity struct {
	uid, gid uint32
	groups   []uint32
}

var (
	alice = identity{uid: 65534, gid: 65534}
	bob   = identity{uid: 65533, gid: 65533, groups: []uint32{7_001, 7_002}}
)

// dialAs connects with the credentials of another user, which the kernel takes from
// the thread that connects. The thread ends with its goroutine.
func dialAs(ctx context.Context, who identity, socket string) (net.Conn, error) {
	type result struct {
		conn net.Conn
		err  error
	}
	done := make(chan result, 1)
	go func() {
		runtime.LockOSThread() // and never unlocked: no other goroutine gets the thread
		if err := become(who); err != nil {
			done <- result{err: err}
			return
		}
		c, err := new(net.Dialer).DialContext(ctx, "unix", socket)
		done <- result{c, err}
	}()
	r := <-done
	return r.conn, r.err
}

// become changes this thread's user alone; the calls of package syscall change all.
func become(who identity) error {
	groups := append([]uint32{who.gid}, who.groups...)
	if _, _, err := unix.RawSyscall(unix.SYS_SETGROUPS, uintptr(len(groups)), uintptr(unsafe.Pointer(&groups[0])), 0); err != 0 {
		return err
	}
	if _, _, err := unix.RawSyscall(unix.SYS_SETRESGID, uintptr(who.gid), uintptr(who.gid), uintptr(who.gid)); err != 0 {
		return err
	}
	if _, _, err := unix.RawSyscall(unix.SYS_SETRESUID, uintptr(who.uid), uintptr(who.uid), uintptr(who.uid)); err != 0 {
		return err
	}
	return nil
}

func needRoot(t *testing.T) {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("only root can connect as several users")
	}
}

// as is a client that connects as another user.
func (d *daemon) as(t *testing.T, who identity) *daemon {
	t.Helper()
	conn, err := grpc.NewClient("passthrough:///elided", grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithContextDialer(d.dialer(who)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	other := *d
	other.conn, other.ExecutionApiClient = conn, daemonv1alpha1.NewExecutionApiClient(conn)
	return &other
}

func (d *daemon) dialer(who identity) func(context.Context, string) (net.Conn, error) {
	return func(ctx context.Context, _ string) (net.Conn, error) { return dialAs(ctx, who, d.socket) }
}

// open serves a daemon that every user can connect to, and keeps its log.
func open(t *testing.T, a Access, level slog.Level, change func(*executor.Config)) (*daemon, *logText) {
	t.Helper()
	needRoot(t)
	dir := shortDir(t)
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	log := new(logText)
	logger := slog.New(slog.NewTextHandler(log, &slog.HandlerOptions{Level: level}))
	return serveAt(t, filepath.Join(dir, "s"), Permissions{Mode: mode(0o666)}, a, logger, change), log
}

func mode(m os.FileMode) *os.FileMode { return &m }

// logText is a log that is read while it is written.
type logText struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *logText) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

func (l *logText) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

// eventually polls until f is true.
func eventually(t *testing.T, what string, f func() bool) {
	t.Helper()
	for late := time.Now().Add(patience); !f(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(late) {
			t.Fatalf("%s: not within %v", what, patience)
		}
	}
}

func withMetadata(ctx context.Context, value string) context.Context {
	return metadata.AppendToOutgoingContext(ctx, "x", value)
}
