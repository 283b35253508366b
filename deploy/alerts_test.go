package deploy_test

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
)

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestAlerts: each alert has a severity, a test, and a section of the page of operations
// that its runbook is.
func TestAlerts(t *testing.T) {
	rules, tests, page := read(t, "prometheus/elided.rules.yml"), read(t, "prometheus/elided.rules.test.yml"), read(t, "../docs/operations.md")
	alerts := strings.Split(rules, "- alert: ")[1:]
	for _, text := range alerts {
		name, _, _ := strings.Cut(text, "\n")
		if !strings.Contains(text, "docs/operations.md#"+strings.ToLower(name)+"\n") {
			t.Errorf("%s has no runbook of its own", name)
		}
		if !regexp.MustCompile(`severity: (critical|warning|info)}`).MatchString(text) {
			t.Errorf("%s has no severity", name)
		}
		if strings.Count(tests, "alertname: "+name+"\n") != 1 {
			t.Errorf("%s has no test", name)
		}
		_, section, found := strings.Cut(page, "\n### "+name+"\n")
		section, _, _ = strings.Cut(section, "\n### ")
		for _, part := range []string{"**Means.**", "**Look at**", "**do"} {
			if !found || !strings.Contains(strings.ReplaceAll(section, "**Do.", "**do"), part) {
				t.Errorf("docs/operations.md doesn't have %s of %s", part, name)
			}
		}
	}
	if n := strings.Count(page, "\n### Elided"); n != len(alerts) {
		t.Errorf("docs/operations.md has %d alerts, and there are %d", n, len(alerts))
	}
}

// TestDashboard: Grafana reads it, and it asks the data source and the instances that were
// chosen, in panels that don't lie over each other.
func TestDashboard(t *testing.T) {
	type place struct{ X, Y, W, H int }
	type source struct{ Type, UID string }
	var d struct {
		Title, UID    string
		SchemaVersion int
		Templating    struct{ List []struct{ Name, Type string } }
		Panels        []struct {
			ID          int
			Type, Title string
			GridPos     place
			Datasource  source
			Targets     []struct {
				Expr, RefID string
				Datasource  source
			}
		}
	}
	if err := json.Unmarshal([]byte(read(t, "grafana/elided.json")), &d); err != nil {
		t.Fatal(err)
	}
	if d.Title == "" || d.UID == "" || d.SchemaVersion < 36 {
		t.Errorf("title %q, uid %q, schema version %d", d.Title, d.UID, d.SchemaVersion)
	}
	variables := map[string]string{}
	for _, v := range d.Templating.List {
		variables[v.Name] = v.Type
	}
	if variables["datasource"] != "datasource" || variables["instance"] != "query" {
		t.Errorf("variables: %v", variables)
	}
	ids, taken := map[int]bool{}, map[[2]int]string{}
	for _, p := range d.Panels {
		if ids[p.ID] || p.ID == 0 {
			t.Errorf("%s: the id %d is another's", p.Title, p.ID)
		}
		ids[p.ID] = true
		if p.GridPos.W < 1 || p.GridPos.H < 1 || p.GridPos.X+p.GridPos.W > 24 {
			t.Errorf("%s: at %+v", p.Title, p.GridPos)
		}
		for x := p.GridPos.X; x < p.GridPos.X+p.GridPos.W; x++ {
			for y := p.GridPos.Y; y < p.GridPos.Y+p.GridPos.H; y++ {
				if other := taken[[2]int{x, y}]; other != "" {
					t.Fatalf("%s lies over %s", p.Title, other)
				}
				taken[[2]int{x, y}] = p.Title
			}
		}
		refs := map[string]bool{}
		for _, target := range p.Targets {
			if refs[target.RefID] || target.RefID == "" || target.Datasource != (source{"prometheus", "${datasource}"}) || !strings.Contains(target.Expr, `instance=~"$instance"`) {
				t.Errorf("%s: %+v", p.Title, target)
			}
			refs[target.RefID] = true
		}
		if p.Type != "row" && len(p.Targets) == 0 {
			t.Errorf("%s asks nothing", p.Title)
		}
	}
}
