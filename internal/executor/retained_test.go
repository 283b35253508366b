package executor

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestRetention keeps three records in memory-free form and forgets the oldest.
func TestRetention(t *testing.T) {
	e := begin(t, func(c *Config) { c.KeepRecords, c.KeepInMemory = 3, 1_000 })
	var all []*Execution
	for i := range 5 {
		x := submit(t, e, python(fmt.Sprintf("print('%d' * 900)", i)))
		wait(t, x)
		all = append(all, x)
	}
	forgotten(t, e, all[1])
	for i, x := range all {
		_, err := e.Execution(Caller{}, "", x.ID())
		if kept := i >= 2; (err == nil) != kept {
			t.Errorf("execution %d: %v", i, err)
		}
	}
	if got := output(t, all[2], Stdout); got != strings.Repeat("2", 900)+"\n" {
		t.Errorf("evicted output %q", got)
	}
	if err := e.DeleteExecution(Caller{}, "", all[4].ID()); err != nil {
		t.Error(err)
	}
	for deadline := time.Now().Add(patience); ; time.Sleep(time.Millisecond) {
		files, err := os.ReadDir(filepath.Join(e.cfg().StateDir, "spool"))
		if err == nil && len(files) <= 2 {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("files %v, %v", files, err)
		}
	}
}

// TestKeptBytes forgets the oldest when there is too much output, whatever their
// number.
func TestKeptBytes(t *testing.T) {
	e := begin(t, func(c *Config) { c.KeepBytes = 250_000 })
	var all []*Execution
	for range 4 {
		x := submit(t, e, python("print('x' * 99999)"))
		wait(t, x)
		all = append(all, x)
	}
	forgotten(t, e, all[1])
	for _, x := range all[2:] {
		if _, err := e.Execution(Caller{}, "", x.ID()); err != nil {
			t.Error(err)
		}
	}
}

func TestKeptForATime(t *testing.T) {
	e := begin(t, func(c *Config) { c.KeepFor = 50 * time.Millisecond })
	x := submit(t, e, python("print(1)"))
	wait(t, x)
	forgotten(t, e, x)
}

func TestList(t *testing.T) {
	e := begin(t, nil)
	for i := range 5 {
		r := python("")
		r.ID, r.Labels = fmt.Sprint(i), map[string]string{"even": fmt.Sprint(i%2 == 0)}
		wait(t, submit(t, e, r))
	}
	ids := func(f Filter) (all string) {
		for {
			list, next, err := e.Executions(Caller{}, f)
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range list {
				all += s.ID
			}
			if f.Page = next; next == "" {
				return all
			}
			all += "|"
		}
	}
	for want, f := range map[string]Filter{
		"43210":   {},
		"43|21|0": {Limit: 2},
		"420":     {Labels: map[string]string{"even": "true"}},
		"":        {States: []State{Failed}},
	} {
		if got := ids(f); got != want {
			t.Errorf("%+v: %q, want %q", f, got, want)
		}
	}
	_, _, err := e.Executions(Caller{}, Filter{Page: "!"})
	wantError(t, err, Invalid, "page_token")
}
