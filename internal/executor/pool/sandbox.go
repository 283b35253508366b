package pool

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/elide-dev/elided/internal/sandbox"
	workerv1 "github.com/elide-dev/elided/proto/elide/worker/v1"
)

// A report is what the first worker to have said hello, or to have ended, says of
// the sandbox. The others are as it is.
type report struct {
	made   chan struct{} // closed when the rest is set
	layers []sandbox.Layer
	err    error
}

// Sandbox waits for the first worker and returns the layers that it reports, each
// missing one with its remedy; or, as an error, how that worker ended. The wait is
// bounded by ctx and by the time that a worker has to start.
func (p *Pool) Sandbox(ctx context.Context) ([]sandbox.Layer, error) {
	t := time.NewTimer(p.cfg.HelloTimeout + 2*exitTimeout)
	defer t.Stop()
	select {
	case <-p.first.made:
		return p.first.layers, p.first.err
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-t.C:
		return nil, fmt.Errorf("no worker was ready within %v", p.cfg.HelloTimeout)
	}
}

// accept takes what a worker reports in its hello. With less than what is required
// it gets no work, and runs none by itself.
func (p *Pool) accept(reported []*workerv1.SandboxLayer) error {
	layers := make([]sandbox.Layer, 0, len(reported))
	for _, l := range reported {
		layers = append(layers, sandbox.Layer{Name: l.GetName(), InForce: l.GetInForce(), Detail: l.GetDetail()})
	}
	layers = append(p.spawner.Explain(layers), p.kernelLayers()...)
	p.makeReport(report{layers: layers})
	if p.cfg.Sandbox == sandbox.Require {
		return sandbox.Enough(layers)
	}
	return nil
}

// reportEnd takes the end of a worker, which counts if it is the first's, before
// its hello.
func (p *Pool) reportEnd(w *worker, cause Cause) {
	p.makeReport(report{err: fmt.Errorf("the first worker ended (%s): %w", cause, errors.New(w.ended))})
}

func (p *Pool) makeReport(r report) {
	p.mu.Lock()
	defer p.mu.Unlock()
	select {
	case <-p.first.made:
	default:
		p.first.layers, p.first.err = r.layers, r.err
		close(p.first.made)
	}
}
