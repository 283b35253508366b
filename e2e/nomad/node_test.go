package nomad

import (
	"cmp"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"testing"

	"github.com/hashicorp/nomad/api"
)

// A node is a directory with a Nomad client and the elided beside it, and with a Nomad
// server unless it joins another's.
type node struct {
	t           testing.TB // of the test that uses it: helpers fail that one
	dir         string
	setup       setup
	ports       ports // of the server
	clientPorts ports
	api         *api.Client
	namespace   string
	daemon      *daemon
	server      *process
	agent       *process // the client's
}

// A setup is how a node differs from one with its own server, a daemon and raw_exec.
type setup struct {
	Name     string // empty is "one"
	Join     *node  // the server of this client; nil is its own
	NoDaemon bool
	Driver   string // the driver's config block; empty is its daemon_socket
}

type ports struct{ HTTP, RPC, Serf int }

func freePorts(t testing.TB) ports { return ports{freePort(t), freePort(t), freePort(t)} }

// startNode starts a node, which ends with the test.
func startNode(t *testing.T, s setup) *node {
	t.Helper()
	n := newNode(t, s)
	t.Cleanup(n.stop)
	n.explain()
	n.startUp()
	return n
}

func newNode(t testing.TB, s setup) *node {
	t.Helper()
	dir, err := os.MkdirTemp(built.dir, "") // t.TempDir is too long for a socket's path
	if err != nil {
		t.Fatal(err)
	}
	n := &node{t: t, dir: dir, setup: s, ports: freePorts(t), clientPorts: freePorts(t)}
	n.setup.Name = cmp.Or(s.Name, "one")
	if s.Join != nil {
		n.ports = s.Join.ports
	}
	for _, sub := range []string{"client", "server", "plugins", "tmp", "elided"} {
		err = cmp.Or(err, os.Mkdir(filepath.Join(dir, sub), 0o755))
	}
	// The daemon's user has to reach the tasks' log FIFOs.
	err = cmp.Or(err, os.Chmod(dir, 0o711), os.Chmod(filepath.Join(dir, "tmp"), 0o1777),
		os.Link(built.driver, filepath.Join(dir, "plugins", "nomad-driver-elide")))
	if err != nil {
		t.Fatal(err)
	}
	n.dial()
	return n
}

func (n *node) dial() {
	n.t.Helper()
	var err error
	if n.api, err = api.NewClient(&api.Config{Address: n.address(), Namespace: n.namespace}); err != nil {
		n.t.Fatal(err)
	}
}

func (n *node) startUp() {
	n.t.Helper()
	if !n.setup.NoDaemon {
		n.startDaemon()
	}
	if n.setup.Join == nil {
		n.startServer()
	}
	n.startAgent()
	n.ready()
}

// explain shows what the agent said when the test fails.
func (n *node) explain() {
	n.t.Cleanup(func() {
		if n.t.Failed() {
			n.t.Logf("the agent's log ends:\n%s", n.lastLog(40))
		}
	})
}

// in is the node for a subtest, which its helpers then fail.
func (n *node) in(t *testing.T) *node {
	sub := *n
	sub.t = t
	return &sub
}

// given are the ports that a node has, used or not yet.
var given sync.Map

func freePort(t testing.TB) int {
	t.Helper()
	for {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		port := l.Addr().(*net.TCPAddr).Port
		_ = l.Close() // an agent is to have it
		if _, taken := given.LoadOrStore(port, true); !taken {
			return port
		}
	}
}

func (n *node) address() string { return "http://127.0.0.1:" + strconv.Itoa(n.ports.HTTP) }

func (n *node) startDaemon() {
	n.t.Helper()
	n.daemon = startDaemon(n.t, filepath.Join(n.dir, "elided"))
}

// stop ends all that runs and removes the directory, whatever has happened.
func (n *node) stop() {
	n.agent.end(syscall.SIGKILL)
	n.server.end(syscall.SIGKILL)
	if n.daemon != nil {
		n.daemon.end(syscall.SIGKILL)
	}
	if err := sweep(n.dir); err != nil {
		n.t.Errorf("sweep: %v", err)
	}
}
