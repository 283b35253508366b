package daemonv1alpha1_test

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/elide-dev/elided/internal/testpage"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
	routes "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1/gateway"
)

// A route is one of the file of routes.
type route struct{ rpc, method, path string }

var (
	selector = regexp.MustCompile(`selector: \S+\.(\w+)$`)
	verb     = regexp.MustCompile(`^\s+(?:- )?(get|post|delete): (\S+)$`)
)

func readRoutes(t *testing.T) (all []route) {
	t.Helper()
	text, err := os.ReadFile("../execution_api.http.yaml")
	if err != nil {
		t.Fatal(err)
	}
	rpc := ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\n")
		if m := selector.FindStringSubmatch(line); m != nil {
			rpc = m[1]
		}
		if m := verb.FindStringSubmatch(line); m != nil {
			all = append(all, route{rpc, strings.ToUpper(m[1]), m[2]})
		}
	}
	return all
}

// TestEveryMethodHasRoutes has a route for each method, and one without a session for each that has
// one with a session and is about executions.
func TestEveryMethodHasRoutes(t *testing.T) {
	have := map[string]bool{}
	for _, r := range readRoutes(t) {
		have[r.rpc] = true
		have[r.method+" "+r.path] = true
	}
	for _, m := range daemonv1alpha1.ExecutionApi_ServiceDesc.Methods {
		if !have[m.MethodName] {
			t.Errorf("%s has no route", m.MethodName)
		}
	}
	for _, m := range daemonv1alpha1.ExecutionApi_ServiceDesc.Streams {
		if !have[m.StreamName] {
			t.Errorf("%s has no route", m.StreamName)
		}
	}
	within := regexp.MustCompile(`^/v1/sessions/\{(snippet\.)?session_id\}/`)
	for _, r := range readRoutes(t) {
		if short := within.ReplaceAllString(r.path, "/v1/"); short != r.path && !have[r.method+" "+short] {
			t.Errorf("%s %s has no route for the session default", r.method, r.path)
		}
	}
}

// TestOpenAPI has every route in the document, and no other, with what it answers.
func TestOpenAPI(t *testing.T) {
	var doc struct {
		Swagger string
		Paths   map[string]map[string]struct {
			Responses map[string]struct{ Schema map[string]string }
		}
		Definitions map[string]any
	}
	if err := json.Unmarshal([]byte(routes.OpenAPI()), &doc); err != nil || doc.Swagger != "2.0" {
		t.Fatalf("swagger %q: %v", doc.Swagger, err)
	}
	documented := 0
	for path, methods := range doc.Paths {
		documented += len(methods)
		for method, o := range methods {
			ref := o.Responses["200"].Schema["$ref"]
			if doc.Definitions[strings.TrimPrefix(ref, "#/definitions/")] == nil {
				t.Errorf("%s %s answers %q, which isn't there", method, path, ref)
			}
		}
	}
	all := readRoutes(t)
	for _, r := range all {
		if _, ok := doc.Paths[r.path][strings.ToLower(r.method)]; !ok {
			t.Errorf("%s %s is not in the document", r.method, r.path)
		}
	}
	if documented != len(all) {
		t.Errorf("the document has %d operations, the file of routes %d", documented, len(all))
	}
	for path, want := range map[string]string{
		"/v1/executions/{execution_id}:watch": "#/definitions/v1alpha1WatchExecutionResponse",
		"/v1/executions:watch":                "#/definitions/v1alpha1WatchExecutionsResponse",
		"/v1/executions/{execution_id}":       "#/definitions/v1alpha1GetExecutionStatusResponse",
	} {
		if got := doc.Paths[path]["get"].Responses["200"].Schema["$ref"]; got != want {
			t.Errorf("GET %s answers %s, want %s", path, got, want)
		}
	}
}

// TestRoutesPage checks that the page about HTTP has every route.
func TestRoutesPage(t *testing.T) {
	var b strings.Builder
	b.WriteString("| method | path | call |\n|---|---|---|\n")
	for _, r := range readRoutes(t) {
		fmt.Fprintf(&b, "| %s | `%s` | `%s` |\n", r.method, strings.ReplaceAll(r.path, "snippet.", ""), r.rpc)
	}
	testpage.Section(t, "../../../../../docs/http.md", "routes", b.String())
}
