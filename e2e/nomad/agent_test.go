package nomad

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"text/template"

	"github.com/hashicorp/nomad/api"
)

// commonConfig is not of `-dev`, which keeps nothing over a restart.
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

// startServer waits until the server has its keys. A client that registers before
// tries again no sooner than 15 s later; and so servers stay when clients restart.
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
	cmd.Env = append(cmd.Env, mark(n.dir)+"/tmp", "AGENT_SECRET=of-the-agent")
	p, err := startProcess(cmd, filepath.Join(n.dir, role+".log"))
	if err != nil {
		n.t.Fatal(err)
	}
	return p
}

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

// plugins are the processes of the driver.
func (n *node) plugins() (list []int) {
	for _, pid := range marked(n.dir) {
		if filepath.Base(commandLine(pid)[0]) == "nomad-driver-elide" {
			list = append(list, pid)
		}
	}
	return list
}

// loggers are the agent's processes that write the tasks' logs.
func (n *node) loggers() (list []int) {
	for _, pid := range marked(n.dir) {
		if c := commandLine(pid); len(c) > 1 && c[1] == "logmon" {
			list = append(list, pid)
		}
	}
	return list
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
