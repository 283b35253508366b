package worker

import (
	"testing"
	"time"
)

// TestCharge counts what was done for a run on other threads, also while it computes.
func TestCharge(t *testing.T) {
	m := meter{watch: newWatch(New(nil, nil))}
	m.Charge(time.Hour)
	m.Resume()
	m.Charge(time.Hour)
	if used, _, _ := m.read(); used < 2*time.Hour {
		t.Errorf("used %v", used)
	}
	m.Pause()
	if used, _, _ := m.read(); used < 2*time.Hour {
		t.Errorf("used %v at last", used)
	}
}
