package pool

// maxHeld is how many workers the users that have a name may hold in one session, or
// one of them in all, so that another always finds one.
func (c Config) maxHeld() int { return max(1, c.MaxWorkers*3/4) }

// full reports whether a session, or a user, holds as many workers as it may. If so, one
// of its own that is idle is ended; OnCapacity tells when it has. Who has no name may
// have all, and what it has doesn't count against the others in its session.
func (p *Pool) full(session, user string) bool {
	if user == "" {
		return false
	}
	return p.holdsAll(func(w *worker) bool { return w.key.Session == session && w.user != "" }) ||
		p.holdsAll(func(w *worker) bool { return w.user == user })
}

func (p *Pool) holdsAll(own func(*worker) bool) bool {
	held := 0
	for _, w := range p.workers {
		if w.assigned && own(w) {
			held++
		}
	}
	if held < p.cfg.maxHeld() {
		return false
	}
	if idle := p.idlest(own); idle != nil && p.reclaimed == nil {
		p.reclaimed = idle
		p.closeWorker(idle)
		idle.kill(CauseRetired)
	}
	return true
}

// idlest returns the worker that has been idle for longest, of those that ran something
// and are among own; nil when none is idle.
func (p *Pool) idlest(own func(*worker) bool) (found *worker) {
	for _, w := range p.workers {
		if !w.assigned || w.closing || w.running() > 0 || !own(w) {
			continue
		}
		if found == nil || w.idleSince.Before(found.idleSince) {
			found = w
		}
	}
	return found
}

// contended reports whether another session runs something, or did a short while
// ago.
func (p *Pool) contended(session string) bool {
	for _, w := range p.workers {
		if w.assigned && w.key.Session != session {
			return true
		}
	}
	return false
}
