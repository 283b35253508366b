package executor

import (
	"fmt"
	"strings"
	"testing"
)

// TestCounts has one entry too many in each repeated field, and as many as may be.
func TestCounts(t *testing.T) {
	c := Config{}.withDefaults()
	table := func(n int) map[string]string {
		m := make(map[string]string, n)
		for i := range n {
			m[fmt.Sprint(i)] = ""
		}
		return m
	}
	for field, test := range map[string]struct {
		most int
		make func(n int) Request
	}{
		"files":                  {MaxFiles, func(n int) Request { return Request{Files: table(n)} }},
		"args":                   {MaxArgs, func(n int) Request { return Request{Args: make([]string, n)} }},
		"env":                    {MaxEnv, func(n int) Request { return Request{Env: table(n)} }},
		"labels":                 {MaxLabels, func(n int) Request { return Request{Labels: table(n)} }},
		"intrinsics":             {MaxGrants, func(n int) Request { return Request{Intrinsics: make([]Grant, n)} }},
		"intrinsics.directories": {MaxDirectories, func(n int) Request { return Request{Intrinsics: []Grant{{Directories: make([]Directory, n)}}} }},
	} {
		r := test.make(test.most)
		if err := r.checkCounts(&c); err != nil {
			t.Errorf("%s: %v", field, err)
		}
		r = test.make(test.most + 1)
		r.Language = "python"
		wantError(t, r.normalize(&c), Invalid, field)
	}
	e := &Executor{}
	e.settings.Store(&c)
	_, err := e.normalizeSession(SessionConfig{Languages: make([]string, MaxNames+1)})
	wantError(t, err, Invalid, "config.enabled_languages")
	_, err = e.normalizeSession(SessionConfig{Intrinsics: make([]string, MaxNames+1)})
	wantError(t, err, Invalid, "config.enabled_intrinsics")
	_, _, err = e.Executions(Caller{}, Filter{States: make([]State, MaxStates+1)})
	wantError(t, err, Invalid, "statuses")
	_, _, err = e.Executions(Caller{}, Filter{Labels: table(MaxLabels + 1)})
	wantError(t, err, Invalid, "labels")
}

// TestNamesInErrorsBounded asks for what doesn't exist by a name of megabytes.
func TestNamesInErrorsBounded(t *testing.T) {
	e := begin(t, nil)
	long := strings.Repeat("n", 1<<20)
	_, err := e.Session(Caller{}, long)
	_, err2 := e.Execution(Caller{}, "", long)
	for _, err := range []error{err, err2} {
		wantError(t, err, NotFound, "")
		if len(err.Error()) > 1_000 {
			t.Errorf("an error of %d bytes", len(err.Error()))
		}
	}
}

// TestEnvValueInName has a value where the name belongs: the error doesn't show it.
func TestEnvValueInName(t *testing.T) {
	r := Request{Language: "python", Env: map[string]string{"TOKEN=hunter2": ""}}
	c := Config{}.withDefaults()
	err := r.normalize(&c)
	wantError(t, err, Invalid, "env")
	if strings.Contains(err.Error(), "hunter2") || !strings.Contains(err.Error(), `"TOKEN"`) {
		t.Error(err)
	}
}
