package hostile

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/elide-dev/elided/client"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

const (
	probeInterval = 20 * time.Millisecond
	probeLimit    = 2 * time.Second
)

// A prober asks for the daemon's health again and again, over a connection of its
// own.
type prober struct {
	client *client.Client
	stop   context.CancelFunc
	ended  sync.WaitGroup

	mu    sync.Mutex
	took  []time.Duration // since the last call of lap
	wrong []string
}

func startProber(t *testing.T, d *daemon) *prober {
	t.Helper()
	c, err := client.Dial(d.socket())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	p := &prober{client: c, stop: cancel}
	p.ended.Go(func() { p.probe(ctx) })
	t.Cleanup(func() {
		cancel()
		p.ended.Wait()
		_ = c.Close()
	})
	return p
}

func (p *prober) probe(ctx context.Context) {
	tick := time.NewTicker(probeInterval)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		call, cancel := context.WithTimeout(ctx, probeLimit)
		began := time.Now()
		h, err := p.client.Health(call, &daemonv1alpha1.HealthRequest{})
		cancel()
		if ctx.Err() == nil {
			p.note(time.Since(began), h.GetHealthy(), err)
		}
	}
}

func (p *prober) note(took time.Duration, healthy bool, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.took = append(p.took, took)
	if err != nil || !healthy {
		p.wrong = append(p.wrong, fmt.Sprintf("healthy %v after %v: %v", healthy, took, err))
	}
}

// lap returns the 99th percentile of the calls since the lap before, and what went
// wrong with them.
func (p *prober) lap() (p99 time.Duration, wrong []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	slices.Sort(p.took)
	if n := len(p.took); n > 0 {
		p99 = p.took[(n-1)*99/100]
	}
	wrong = p.wrong
	p.took, p.wrong = nil, nil
	return p99, wrong
}

// idle returns the 99th percentile while nothing else happens.
func (p *prober) idle(t *testing.T) time.Duration {
	t.Helper()
	p.lap()
	const calls = 100
	eventually(t, "calls of an idle daemon", func() bool {
		p.mu.Lock()
		defer p.mu.Unlock()
		return len(p.took) >= calls
	})
	p99, wrong := p.lap()
	if len(wrong) > 0 {
		t.Fatalf("an idle daemon: %v", wrong)
	}
	return p99
}
