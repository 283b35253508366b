package api

import (
	"fmt"
	"strings"
	"testing"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// pages lists page by page and returns the ids, and how many pages there were.
func (d *daemon) pages(t *testing.T, r *daemonv1alpha1.ListExecutionsRequest) (ids []string, pages int) {
	t.Helper()
	for {
		out, err := d.ListExecutions(deadline(t), r)
		if err != nil {
			t.Fatal(err)
		}
		pages++
		for _, x := range out.GetExecutions() {
			ids = append(ids, x.GetExecutionId())
		}
		if r.PageToken = out.GetNextPageToken(); r.PageToken == "" {
			return ids, pages
		}
	}
}

func TestList(t *testing.T) {
	d := serve(t, nil)
	var want []string
	for i := range 7 {
		r := python("print(1)")
		r.ExecutionId, r.Labels = fmt.Sprint("x", i), map[string]string{"odd": fmt.Sprint(i % 2)}
		d.run(t, r)
		want = append([]string{r.GetExecutionId()}, want...)
	}
	ids, pages := d.pages(t, &daemonv1alpha1.ListExecutionsRequest{PageSize: 3})
	if fmt.Sprint(ids) != fmt.Sprint(want) || pages != 3 {
		t.Errorf("%v in %d pages", ids, pages)
	}
	ids, _ = d.pages(t, &daemonv1alpha1.ListExecutionsRequest{Labels: map[string]string{"odd": "1"}, AllSessions: true})
	if fmt.Sprint(ids) != "[x5 x3 x1]" {
		t.Errorf("odd: %v", ids)
	}
	ids, _ = d.pages(t, &daemonv1alpha1.ListExecutionsRequest{Statuses: []daemonv1alpha1.ExecutionStatus{daemonv1alpha1.ExecutionStatus_EXECUTION_STATUS_RUNNING}})
	if len(ids) != 0 {
		t.Errorf("running: %v", ids)
	}
	_, err := d.ListExecutions(deadline(t), &daemonv1alpha1.ListExecutionsRequest{PageToken: "!"})
	if violation(err) != "page_token" {
		t.Error(err)
	}
}

// TestListLargeRecords lists more than fits into a message that a client takes.
func TestListLargeRecords(t *testing.T) {
	d := serve(t, nil)
	labels := make(map[string]string)
	for i := range 60 {
		labels[fmt.Sprint(i)] = strings.Repeat("v", 1_000)
	}
	const n = 90
	for range n {
		r := python("print(1)")
		r.Labels = labels
		d.run(t, r)
	}
	ids, pages := d.pages(t, &daemonv1alpha1.ListExecutionsRequest{PageSize: n})
	if len(ids) != n || pages < 2 {
		t.Errorf("%d executions in %d pages", len(ids), pages)
	}
}

func TestSessions(t *testing.T) {
	d := serve(t, nil)
	config := &daemonv1alpha1.SessionConfiguration{
		ContextPoolSize: 1, EnabledLanguages: []string{"py", "js"}, MaxRunning: 3,
		Limits: &daemonv1alpha1.Limits{OutputBytes: 1_000, Timers: 5},
	}
	made, err := d.CreateSession(deadline(t), &daemonv1alpha1.CreateSessionRequest{Config: config})
	if err != nil || made.GetSessionId() == "" {
		t.Fatalf("%v, %v", made, err)
	}
	got, err := d.GetSession(deadline(t), &daemonv1alpha1.GetSessionRequest{SessionId: made.GetSessionId()})
	if err != nil || got.GetConfig().String() != config.String() || got.GetCreatedAt() != made.GetCreatedAt() {
		t.Errorf("%v, %v", got, err)
	}
	list, err := d.ListSessions(deadline(t), &daemonv1alpha1.ListSessionsRequest{})
	if err != nil || len(list.GetSessions()) != 2 || list.GetSessions()[0].GetSessionId() != "default" {
		t.Errorf("%v, %v", list, err)
	}
}

func TestCapabilities(t *testing.T) {
	d := serve(t, nil)
	got, err := d.GetCapabilities(deadline(t), &daemonv1alpha1.GetCapabilitiesRequest{})
	if err != nil {
		t.Fatal(err)
	}
	var languages, intrinsics []string
	for _, l := range got.GetLanguages() {
		languages = append(languages, l.GetName())
		if l.GetEngine() == "" || len(l.GetExtensions()) == 0 {
			t.Errorf("language %v", l)
		}
	}
	for _, i := range got.GetIntrinsics() {
		intrinsics = append(intrinsics, i.GetName())
	}
	if fmt.Sprint(languages) != "[javascript typescript python starlark]" || fmt.Sprint(intrinsics) != "[io env fs]" {
		t.Errorf("languages %v, intrinsics %v", languages, intrinsics)
	}
	for _, l := range got.GetLimits() {
		if l.GetName() == "timeout" && (l.GetDefaultValue() != 30_000 || l.GetMaximum() != 0 || l.GetUnit() != "milliseconds") {
			t.Errorf("limit %v", l)
		}
	}
	if got.GetVersion() != "test" || len(got.GetIsolations()) != 2 || len(got.GetLimits()) == 0 {
		t.Errorf("capabilities %v", got)
	}
}
