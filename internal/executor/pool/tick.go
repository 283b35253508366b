package pool

import "time"

// tick pings the silent workers, retires the idle ones and replaces spares that
// could not be started before.
func (p *Pool) tick() {
	t := time.NewTicker(p.cfg.PingInterval)
	defer t.Stop()
	for {
		select {
		case <-p.stop:
			return
		case <-t.C:
		}
		p.mu.Lock()
		p.replenish()
		all := p.all()
		idle := p.idle(time.Now().Add(-p.cfg.IdleTimeout))
		p.mu.Unlock()
		for _, w := range all {
			w.ping()
		}
		for _, w := range idle {
			w.kill(CauseRetired)
		}
	}
}

// idle closes the workers that have run nothing since, and returns them.
func (p *Pool) idle(since time.Time) []*worker {
	var list []*worker
	for _, w := range p.workers {
		if w.assigned && !w.closing && w.idleSince.Before(since) && w.running() == 0 {
			p.closeWorker(w)
			list = append(list, w)
		}
	}
	return list
}
