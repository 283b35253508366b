package pool

import (
	"errors"
	"maps"
	"sync"
	"time"

	"github.com/elide-dev/elided/internal/sandbox"
)

// A Pool keeps workers. Its methods are safe for concurrent use.
type Pool struct {
	cfg Config

	mu       sync.Mutex
	workers  map[uint64]*worker
	shared   map[Key][]*worker    // open to more runs, oldest first
	spare    map[string][]*worker // waiting, by the session they are kept for ("" is any)
	wanted   map[string]int       // how many spares each session is to have
	nextID   uint64
	closed   bool
	failures int       // processes in a row that died before their hello
	retryAt  time.Time // no spares are spawned before

	reclaimed *worker       // is ending to make room
	buriedCPU time.Duration // processor time of workers that have ended
	buried    Caches        // what their caches had done

	spawner *sandbox.Spawner
	first   report // on the first worker
	shareBy shareBy
	shares  *shares

	wg   sync.WaitGroup
	stop chan struct{} // closed by Close; ends tick and watch
	busy chan struct{} // of capacity 1: there is something to watch
}

// New returns a pool that has no workers yet.
func New(cfg Config) (*Pool, error) {
	if cfg.Dir == "" || len(cfg.Command) == 0 {
		return nil, errors.New("pool: no directory or no worker command")
	}
	cfg = cfg.withDefaults()
	by, _, _ := chooseShare(cfg.Cgroup, autogroupSwitch)
	return &Pool{
		cfg:     cfg,
		spawner: sandbox.NewSpawner(cfg.Sandbox, cfg.Command[0]),
		first:   report{made: make(chan struct{})},
		shareBy: by,
		shares:  newShares(by.scale(), cfg.OnCapacity, cfg.Log),
		workers: make(map[uint64]*worker),
		shared:  make(map[Key][]*worker),
		spare:   make(map[string][]*worker),
		wanted:  map[string]int{"": cfg.Spare},
		buried:  make(Caches),
		stop:    make(chan struct{}),
		busy:    make(chan struct{}, 1),
	}, nil
}

// Start spawns the spare workers. Close ends what it starts.
func (p *Pool) Start() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.replenish()
	p.wg.Go(p.tick)
	p.wg.Go(p.watch)
	p.wg.Go(func() { p.shares.run(p.stop) })
}

// Close kills every worker and returns when all have ended.
func (p *Pool) Close() {
	p.mu.Lock()
	if !p.closed {
		p.closed = true
		close(p.stop)
	}
	all := p.all()
	p.mu.Unlock()
	for _, w := range all {
		w.kill(CauseShutdown)
	}
	p.wg.Wait()
	p.spawner.Close()
}

func (p *Pool) all() []*worker {
	all := make([]*worker, 0, len(p.workers))
	for _, w := range p.workers {
		all = append(all, w)
	}
	return all
}

// Run hands a job to a worker: one of its own when exclusive, else one shared
// with runs of the same key. It doesn't wait for the worker to be ready. It
// returns nil when there is no slot and no room for another worker; OnCapacity
// says when to try again.
func (p *Pool) Run(key Key, exclusive bool, j Job, h Handler) *Run {
	p.mu.Lock()
	w := p.choose(key, j.User, exclusive)
	if w == nil {
		p.mu.Unlock()
		return nil
	}
	if w.started == 0 {
		w.setMemory(j.MemoryLimit)
		w.lend(j.MemoryLimit)
	}
	w.started++
	w.bytes += j.size()
	r := w.begin(j, h)
	p.shares.weigh(w, j.Weight)
	p.shares.note(w, true)
	if w.exclusive || w.worn(p.cfg) {
		p.closeWorker(w)
	}
	p.mu.Unlock()
	w.wake()
	p.work()
	return r
}

func (p *Pool) choose(key Key, user string, exclusive bool) *worker {
	if p.closed {
		return nil
	}
	if !exclusive {
		for _, w := range p.shared[key] {
			if w.running() < p.cfg.Slots && w.backlog() < maxBacklog && !w.crowded.Load() {
				return w
			}
		}
	}
	if p.full(key.Session, user) || p.contended(key.Session) && p.shares.behind(key.Session) {
		return nil
	}
	w := p.takeSpare(key.Session)
	if w == nil && len(p.workers) < p.cfg.MaxWorkers {
		w = p.spawn()
	}
	if w == nil {
		p.reclaim(key.Session)
		return nil
	}
	w.key, w.user, w.assigned, w.exclusive = key, user, true, exclusive
	if !exclusive {
		p.shared[key] = append(p.shared[key], w)
	}
	p.replenish()
	return w
}

// reclaim makes room when all workers are in use or kept: it ends the one that has
// been idle for longest or, without any, a spare that is kept for another session.
// OnCapacity tells when it has ended.
func (p *Pool) reclaim(session string) {
	if p.reclaimed != nil {
		return
	}
	p.reclaimed = p.idlest(func(*worker) bool { return true })
	for other, spares := range p.spare {
		if p.reclaimed == nil && other != session && len(spares) > 0 {
			p.reclaimed = spares[0]
		}
	}
	if p.reclaimed != nil {
		p.closeWorker(p.reclaimed)
		p.reclaimed.kill(CauseRetired)
	}
}

func (w *worker) running() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.runs)
}

// worn reports whether a worker has run enough.
func (w *worker) worn(cfg Config) bool {
	return w.started >= cfg.RetireRuns || w.bytes >= cfg.RetireBytes
}

// takeSpare takes one kept for the session, or for any.
func (p *Pool) takeSpare(session string) *worker {
	for _, s := range []string{session, ""} {
		if list := p.spare[s]; len(list) > 0 {
			p.spare[s] = list[1:]
			return list[0]
		}
	}
	return nil
}

// spawn starts a worker; its goroutine ends with the process.
func (p *Pool) spawn() *worker {
	p.nextID++
	w := newWorker(p, p.nextID)
	p.workers[w.id] = w
	p.wg.Go(w.run)
	return w
}

// replenish spawns the spares that are missing, unless workers fail to start: then
// the next tick tries again.
func (p *Pool) replenish() {
	if p.closed || time.Now().Before(p.retryAt) {
		return
	}
	for session, n := range p.wanted {
		for len(p.spare[session]) < n && len(p.workers) < p.cfg.MaxWorkers {
			p.spare[session] = append(p.spare[session], p.spawn())
		}
	}
}

// ready notes that a worker has started well.
func (p *Pool) ready() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.failures = 0
}

// Keep has n spare workers wait for the session, besides those for all.
func (p *Pool) Keep(session string, n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	kept := n
	for _, m := range p.wanted {
		kept += m
	}
	// Spares must leave room for workers that work.
	if n -= max(0, kept-max(1, p.cfg.MaxWorkers/2)); n > 0 {
		p.wanted[session] = n
		p.replenish()
	}
}

// Drop kills the session's workers.
func (p *Pool) Drop(session string) {
	p.mu.Lock()
	delete(p.wanted, session)
	doomed := p.spare[session]
	delete(p.spare, session)
	for _, w := range p.workers {
		if w.assigned && w.key.Session == session {
			p.closeWorker(w)
			doomed = append(doomed, w)
		}
	}
	p.mu.Unlock()
	for _, w := range doomed {
		w.kill(CauseShutdown)
	}
}

// closeWorker gives the worker no more runs.
func (p *Pool) closeWorker(w *worker) {
	if w.closing {
		return
	}
	w.closing = true
	p.shared[w.key] = without(p.shared[w.key], w)
	if len(p.shared[w.key]) == 0 {
		delete(p.shared, w.key)
	}
	for s, list := range p.spare {
		p.spare[s] = without(list, w)
	}
}

func without(list []*worker, w *worker) []*worker {
	kept := make([]*worker, 0, len(list))
	for _, other := range list {
		if other != w {
			kept = append(kept, other)
		}
	}
	return kept
}

// retire is closeWorker for callers without the lock.
func (p *Pool) retire(w *worker) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closeWorker(w)
}

// Stats describes a pool.
type Stats struct {
	// Processes: spares that have not said hello, that wait, shared ones that take runs
	// and that take no more, and exclusive ones.
	Starting, Spare, Shared, Retiring, Exclusive int
	// Runs is how many runs they have, Slots how many more the shared ones that take runs
	// have room for.
	Runs, Slots int
	PIDs        []int
	// Memory is what those that have run something had at the last look, in bytes;
	// one without work isn't looked at.
	Memory uint64
	// CPU is the processor time of those that were lent, as last measured, those that have
	// ended included.
	CPU time.Duration
	// Caches counts likewise; what it holds is of those that there are.
	Caches Caches
}

// MaxWorkers is the most that there may be.
func (p *Pool) MaxWorkers() int { return p.cfg.MaxWorkers }

// Stats counts the workers.
func (p *Pool) Stats() Stats {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := Stats{CPU: p.buriedCPU, Caches: maps.Clone(p.buried)}
	for _, w := range p.workers {
		s.count(w, p.cfg.Slots)
		w.addCaches(s.Caches, true)
		if pid := w.pid(); pid != 0 {
			s.PIDs = append(s.PIDs, pid)
		}
		memory, cpu := w.measured()
		s.Memory += memory
		s.CPU += cpu
	}
	return s
}

// count needs the pool's lock.
func (s *Stats) count(w *worker, slots int) {
	w.mu.Lock()
	runs, greeted := len(w.runs), w.greeted
	w.mu.Unlock()
	s.Runs += runs
	switch {
	case !w.assigned && !greeted:
		s.Starting++
	case !w.assigned:
		s.Spare++
	case w.exclusive:
		s.Exclusive++
	case w.closing:
		s.Retiring++
	default:
		s.Shared++
		s.Slots += max(0, slots-runs)
	}
}

func (w *worker) pid() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.proc == nil {
		return 0
	}
	return w.proc.cmd.Process.Pid
}

func (w *worker) measured() (memory uint64, cpu time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.memory, w.time
}
