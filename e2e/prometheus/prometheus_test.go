package prometheus

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// TestWatched scrapes a daemon under load.
func TestWatched(t *testing.T) {
	promtool := program(t, "PROMTOOL_BIN")
	d := startDaemon(t)
	s := startPrometheus(t, d.http)
	d.loseWorker(t)
	d.load(t)
	t.Run("metrics", func(t *testing.T) { checkMetrics(t, promtool, d) })
	t.Run("dashboard", func(t *testing.T) { checkDashboard(t, s) })
	t.Run("rules", func(t *testing.T) { checkRules(t, s) })
	t.Run("alerts", func(t *testing.T) { checkAlerts(t, s, d) })
}

// checkMetrics has promtool look at what the daemon shows.
func checkMetrics(t *testing.T, promtool string, d *daemon) {
	text, err := get(d.http + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(promtool, "check", "metrics")
	cmd.Stdin = strings.NewReader(text)
	if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("promtool check metrics: %v: %s", err, out)
	}
}

// checkDashboard evaluates every query of the dashboard.
func checkDashboard(t *testing.T, s server) {
	text, err := os.ReadFile("../../deploy/grafana/elided.json")
	if err != nil {
		t.Fatal(err)
	}
	var dashboard struct {
		Panels []struct {
			Title   string
			Targets []struct{ Expr string }
		}
	}
	if err := json.Unmarshal(text, &dashboard); err != nil {
		t.Fatal(err)
	}
	queries := 0
	for _, p := range dashboard.Panels {
		for _, target := range p.Targets {
			queries++
			s.wantData(t, p.Title, strings.NewReplacer("$instance", ".*", "$__rate_interval", "1m").Replace(target.Expr))
		}
	}
	if queries < 30 {
		t.Errorf("the dashboard has only %d queries", queries)
	}
}

// A rule is one of the server's.
type rule struct{ Name, Type, Query, State, Health, LastError string }

func (s server) rules(t *testing.T) (all []rule) {
	t.Helper()
	var out struct{ Groups []struct{ Rules []rule } }
	if err := s.api("rules", url.Values{}, &out); err != nil {
		t.Fatal(err)
	}
	for _, g := range out.Groups {
		all = append(all, g.Rules...)
	}
	return all
}

// comparison splits what an alert compares.
var comparison = regexp.MustCompile(` (?:==|!=|>=|<=|>|<) `)

// checkRules evaluates what every rule records, and both sides of what every alert compares.
func checkRules(t *testing.T, s server) {
	all := s.rules(t)
	for _, r := range all {
		if r.Type == "recording" {
			s.wantData(t, r.Name, r.Name)
			continue
		}
		sides := comparison.Split(r.Query, -1)
		if len(sides) != 2 {
			t.Errorf("%s compares %d things: %s", r.Name, len(sides), r.Query)
		}
		for _, side := range sides {
			s.wantData(t, r.Name, side)
		}
	}
	if len(all) < 20 {
		t.Errorf("only %d rules", len(all))
	}
	for _, r := range s.rules(t) {
		if r.Health != "ok" {
			t.Errorf("%s is %s: %s", r.Name, r.Health, r.LastError)
		}
	}
}

// checkAlerts has the queue full, and nothing else wrong, and then the daemon gone.
func checkAlerts(t *testing.T, s server, d *daemon) {
	raised := func(name string) func() (string, bool) {
		return func() (said string, ok bool) {
			for _, r := range s.rules(t) {
				said += fmt.Sprintf("%s %s ", r.Name, r.State)
				ok = ok || r.Name == name && r.State != "inactive"
			}
			return said, ok
		}
	}
	eventually(t, "ElidedQueueFull", raised("ElidedQueueFull"))
	for _, name := range []string{"ElidedDown", "ElidedRestarting", "ElidedSandboxNotEnough", "ElidedWorkersDontStart", "ElidedErrors", "ElidedRefusing", "ElidedMemory", "ElidedVersions"} {
		if said, is := raised(name)(); is {
			t.Errorf("%s is raised: %s", name, said)
		}
	}
	if err := d.cmd.Process.Signal(syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	eventually(t, "ElidedDown", raised("ElidedDown"))
}
