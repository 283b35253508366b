package nomad

import (
	"cmp"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"text/template"

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
	dir, err := os.MkdirTemp("", "elided-nomad-") // t.TempDir is too long for a socket's path
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

// startServer waits until the server has its keys. A client that registers before
// tries again no sooner than 15 s later; so servers stay when clients restart.
func (n *node) startServer() {
	n.t.Helper()
	n.server = n.start("server", serverConfig, map[string]any{"Ports": n.ports})
	eventually(n.t, "a server with keys", patience, func() bool {
		if n.server.ended() {
			n.t.Fatalf("the server ended: %v", n.server.cmd.ProcessState)
		}
		keys, _, err := n.api.Keyring().List(nil)
		return err == nil && len(keys) > 0
	})
}

// checkAgent fails the test at once when the agent has ended.
func (n *node) checkAgent() {
	n.t.Helper()
	if n.agent.ended() {
		n.t.Fatalf("the agent ended: %v\n%s", n.agent.cmd.ProcessState, n.lastLog(30))
	}
}

// shared is a node that tests use which leave it as it is, each in a namespace of its
// own.
var shared sharedNode

type sharedNode struct {
	once    sync.Once
	node    *node
	started bool
	users   atomic.Int64
}

// sharedBy returns the shared node for a test, which its helpers then fail.
func sharedBy(t *testing.T) *node {
	t.Helper()
	shared.once.Do(func() {
		shared.node = newNode(t, setup{})
		shared.node.startUp()
		shared.started = true
	})
	if !shared.started {
		t.Fatal("the shared node has not started")
	}
	n := *shared.node
	n.t, n.namespace = t, fmt.Sprint("test-", shared.users.Add(1))
	n.dial()
	if _, err := n.api.Namespaces().Register(&api.Namespace{Name: n.namespace}, nil); err != nil {
		t.Fatal(err)
	}
	n.explain()
	return &n
}

// explain shows what the agent said when the test fails.
func (n *node) explain() {
	n.t.Cleanup(func() {
		if n.t.Failed() {
			n.t.Logf("the agent's log ends:\n%s", n.lastLog(40))
		}
	})
}

func (s *sharedNode) stop() {
	if s.node != nil {
		s.node.stop()
	}
}

func (n *node) in(t *testing.T) *node {
	sub := *n
	sub.t = t
	return &sub
}

func freePort(t testing.TB) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().(*net.TCPAddr).Port
}

func (n *node) address() string { return "http://127.0.0.1:" + strconv.Itoa(n.ports.HTTP) }

// configs are not of `-dev`, which keeps nothing over a restart.
var commonConfig = `
data_dir   = "{{.Data}}"
bind_addr  = "127.0.0.1"
log_level  = "DEBUG"
disable_update_check = true
leave_on_interrupt   = false
leave_on_terminate   = false
ports {
  http = {{.Ports.HTTP}}
  rpc  = {{.Ports.RPC}}
  serf = {{.Ports.Serf}}
}
advertise {
  http = "127.0.0.1"
  rpc  = "127.0.0.1"
  serf = "127.0.0.1"
}
`

var serverConfig = template.Must(template.New("").Parse(commonConfig + `
server {
  enabled          = true
  bootstrap_expect = 1
  job_gc_threshold = "24h"
}
`))

var clientConfig = template.Must(template.New("").Parse(commonConfig + `
name       = "{{.Name}}"
plugin_dir = "{{.Dir}}/plugins"
client {
  enabled           = true
  servers           = ["127.0.0.1:{{.Server}}"]
  network_interface = "lo"
  cpu_total_compute = 100000
  memory_total_mb   = 64000
  gc_max_allocs     = 10000
  gc_disk_usage_threshold  = 99
  gc_inode_usage_threshold = 99
  options = {
    "driver.allowlist"     = "raw_exec,elide"
    "fingerprint.denylist" = "env_aws,env_gce,env_azure,env_digitalocean"
  }
}
telemetry {
  publish_allocation_metrics = true
  publish_node_metrics       = true
  prometheus_metrics         = true
  collection_interval        = "1s"
}
plugin "raw_exec" {
  config {
    enabled = true
  }
}
plugin "nomad-driver-elide" {
  config {
    {{.Driver}}
  }
}
`))

func (n *node) startAgent() {
	n.t.Helper()
	n.agent = n.start("client", clientConfig, map[string]any{
		"Name": n.setup.Name, "Dir": n.dir, "Ports": n.clientPorts, "Server": n.ports.RPC,
		"Driver": cmp.Or(n.setup.Driver, fmt.Sprintf("daemon_socket = %q", n.dir+"/elided/s")),
	})
}

// start starts an agent as a server or a client.
func (n *node) start(role string, config *template.Template, values map[string]any) *process {
	n.t.Helper()
	path := filepath.Join(n.dir, role+".hcl")
	f, err := os.Create(path)
	if err != nil {
		n.t.Fatal(err)
	}
	values["Data"] = filepath.Join(n.dir, role)
	if err := cmp.Or(config.Execute(f, values), f.Close()); err != nil {
		n.t.Fatal(err)
	}
	cmd := exec.Command(built.nomad, "agent", "-config", path)
	cmd.Dir = n.dir
	for _, v := range os.Environ() {
		if name, _, _ := strings.Cut(v, "="); name != "AWS_CA_BUNDLE" && name != "TMPDIR" && !strings.HasPrefix(name, "NOMAD_") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, n.mark(), "AGENT_SECRET=of-the-agent")
	p, err := startProcess(cmd, filepath.Join(n.dir, role+".log"))
	if err != nil {
		n.t.Fatal(err)
	}
	return p
}

// mark is the environment entry by which the agent's children are found.
func (n *node) mark() string { return "TMPDIR=" + n.dir + "/tmp" }

func (n *node) log() string { return filepath.Join(n.dir, "client.log") }

// ready waits until the agent runs tasks.
func (n *node) ready() {
	n.t.Helper()
	eventually(n.t, "a ready agent with a healthy driver", patience, func() bool {
		n.checkAgent()
		self, err := n.self()
		if err != nil || self.Status != api.NodeStatusReady {
			return false
		}
		d := self.Drivers["elide"]
		return n.setup.NoDaemon || d != nil && d.Detected && d.Healthy
	})
}

// self is this node as the server knows it.
func (n *node) self() (*api.Node, error) {
	list, _, err := n.api.Nodes().List(nil)
	if err != nil {
		return nil, err
	}
	for _, stub := range list {
		if stub.Name == n.setup.Name {
			node, _, err := n.api.Nodes().Info(stub.ID, nil)
			return node, err
		}
	}
	return nil, fmt.Errorf("no node %s", n.setup.Name)
}

func (n *node) startDaemon() {
	n.t.Helper()
	n.daemon = startDaemon(n.t, filepath.Join(n.dir, "elided"))
}

// plugins are the processes of the driver.
func (n *node) plugins() (list []int) {
	for _, pid := range marked(n.mark()) {
		if filepath.Base(commandLine(pid)[0]) == "nomad-driver-elide" {
			list = append(list, pid)
		}
	}
	return list
}

// loggers are the agent's processes that write the tasks' logs.
func (n *node) loggers() (list []int) {
	for _, pid := range marked(n.mark()) {
		if c := commandLine(pid); len(c) > 1 && c[1] == "logmon" {
			list = append(list, pid)
		}
	}
	return list
}

// stop ends all that runs and removes the directory, whatever has happened.
func (n *node) stop() {
	n.agent.end(syscall.SIGKILL)
	n.server.end(syscall.SIGKILL)
	kill(marked(n.mark()))
	if n.daemon != nil {
		n.daemon.end(syscall.SIGKILL)
	}
	if err := unmount(n.dir); err != nil {
		fmt.Fprintln(os.Stderr, "unmount:", err)
	}
	if keep := os.Getenv("NOMAD_KEEP"); keep == "" {
		_ = os.RemoveAll(n.dir)
	}
}

// uninteresting are lines of the agent that say nothing about tasks.
var uninteresting = regexp.MustCompile(`\] (http: request complete|worker|nomad|raft|consul|agent: \(runner\))`)

func (n *node) lastLog(lines int) string {
	text, _ := os.ReadFile(n.log())
	var kept []string
	for line := range strings.Lines(string(text)) {
		if !uninteresting.MatchString(line) {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept[max(0, len(kept)-lines):], "")
}
