package pool

import (
	"errors"
	"log/slog"
	"math"
	"os"
	"runtime"
	"sync"
	"syscall"
	"time"
)

// shares divide the processors fairly between sessions, whatever the number of
// their workers: each of a session's n workers with running work is to have the
// share 1/n, or what its weight says among theirs. One goroutine, run, tells the kernel. Its methods are safe for
// concurrent use.
type shares struct {
	scale scale
	log   *slog.Logger

	mu      sync.Mutex
	busy    map[string]map[*worker]bool // those with running work, by session
	limited bool                        // the kernel has put a change off
	refused bool                        // a session was told to wait

	room func() // called when a session that was told to wait may try again

	changed chan struct{} // holds one: something may be to tell
}

// A share is a worker's. The lock of shares guards it.
type share struct {
	busy    bool
	session string // that it is or was busy for
	weight  uint32 // among its session's; 0 is usualWeight
	told    bool   // it has another share than a new process
	value   int    // what the kernel was told last
	set     setter // nil until the process runs, and when the kernel takes no more
}

// A setter tells the kernel a share, on the scale that is in use.
type setter func(value int) error

// A scale is how the kernel counts shares.
type scale struct {
	initial int                 // of a new process
	of      func(n float64) int // of one among n
	steps   func(int) float64   // of a value, such that a step is a factor of 1.25
}

const (
	// shareStep is the factor between neighbouring nice values.
	shareStep = 1.25

	// baseNice puts workers below the daemon, whose own is 0.
	baseNice, maxNice = 4, 19

	// baseWeight is the cpu.weight of a session with one worker; the rest of the
	// scale is room below.
	baseWeight, initialWeight = 1000, 100

	// usualWeight is that of a worker whose program asked for none.
	usualWeight = 100

	// shareRetry is how often the kernel takes a nice value of a user other than
	// root, machine-wide.
	shareRetry = 100 * time.Millisecond

	// sharePause lets changes that come together be made together.
	sharePause = 10 * time.Millisecond
)

func niceScale() scale {
	return scale{
		initial: 0,
		of:      func(n float64) int { return min(baseNice+int(math.Round(logStep(n))), maxNice) },
		steps:   func(nice int) float64 { return float64(nice) },
	}
}

func weightScale() scale {
	return scale{
		initial: initialWeight,
		of:      func(n float64) int { return max(int(baseWeight/n), 1) },
		steps:   func(weight int) float64 { return logStep(float64(weight)) },
	}
}

func (by shareBy) scale() scale {
	if by == byWeight {
		return weightScale()
	}
	return niceScale()
}

func logStep(x float64) float64 { return math.Log(x) / math.Log(shareStep) }

func newShares(s scale, room func(), log *slog.Logger) *shares {
	return &shares{scale: s, room: room, log: log, busy: make(map[string]map[*worker]bool), changed: make(chan struct{}, 1)}
}

// started takes the means to tell the kernel of a new process; nil is none.
func (s *shares) started(w *worker, set setter) {
	s.mu.Lock()
	defer s.mu.Unlock()
	w.share.value, w.share.set, w.share.told = s.scale.initial, set, set == nil
	s.wake(w.share.session)
}

// weigh gives w a weight among its session's workers, before it has work. A shared one
// has the usual weight: it can't give its programs different ones.
func (s *shares) weigh(w *worker, weight uint32) {
	if !w.exclusive {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	w.share.weight = weight
}

// among is how many workers of this weight would weigh as much as all together.
func (s share) among(total float64) float64 { return total / s.weighs() }

func (s share) weighs() float64 {
	if s.weight == 0 {
		return usualWeight
	}
	return float64(s.weight)
}

// note counts w among the workers of its session that have running work, or not.
// A worker that was given up has it until it has ended. It needs the pool's lock.
func (s *shares) note(w *worker, busy bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if busy == w.share.busy {
		return
	}
	session := w.key.Session
	w.share.busy, w.share.session = busy, session
	if busy {
		if s.busy[session] == nil {
			s.busy[session] = make(map[*worker]bool)
		}
		s.busy[session][w] = true
	} else {
		delete(s.busy[session], w)
		if len(s.busy[session]) == 0 {
			delete(s.busy, session)
		}
	}
	s.wake(session)
}

// wake has run look, unless all is told: most sessions have one worker, which
// starts and ends work at a high rate without a change of its share.
func (s *shares) wake(session string) {
	if w, _, _ := s.next(session); w != nil {
		s.ask()
	}
}

// run tells the kernel what changes, until stop is closed.
func (s *shares) run(stop <-chan struct{}) {
	for {
		select {
		case <-stop:
			return
		case <-s.changed:
		}
		pause := sharePause
		if again := s.tell(); again {
			pause = shareRetry
			s.ask()
		}
		select {
		case <-stop:
			return
		case <-time.After(pause):
		}
	}
}

func (s *shares) ask() {
	select {
	case s.changed <- struct{}{}:
	default:
	}
}

// tell makes the wanted changes, the largest first, and reports whether the kernel
// wants the next one later.
func (s *shares) tell() (again bool) {
	for {
		w, value, set := s.largest()
		if w == nil {
			return false
		}
		err := set(value)
		if errors.Is(err, syscall.EAGAIN) {
			s.mu.Lock()
			s.limited = true
			s.mu.Unlock()
			return true
		}
		if s.told(w, value, err) {
			s.room()
		}
	}
}

// told notes what the kernel was told, and reports whether a session waits for it.
func (s *shares) told(w *worker, value int, err error) (waited bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	waited, s.refused = s.refused, false
	w.share.value, w.share.told = value, true
	if err == nil {
		return waited
	}
	w.share.set = nil
	if !ended(err) {
		s.log.Warn("share of the processors not set", "worker", w.id, "error", err)
	}
	return waited
}

// behind reports whether the kernel, which takes ten changes a second of users
// other than root, has yet to be told of so many of a session's workers that
// another would be at the cost of other sessions: a new process has more than its
// share, and a session could have new ones all the time. Room tells when to try
// again.
func (s *shares) behind(session string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	untold := 0
	for w := range s.busy[session] {
		if !w.share.told {
			untold++
		}
	}
	behind := s.limited && untold >= runtime.NumCPU()
	s.refused = s.refused || behind
	return behind
}

// largest finds the largest change of all sessions.
func (s *shares) largest() (found *worker, value int, set setter) {
	s.mu.Lock()
	defer s.mu.Unlock()
	most := 0.0
	for session := range s.busy {
		if w, v, change := s.next(session); w != nil && change > most {
			found, value, set, most = w, v, w.share.set, change
		}
	}
	return found, value, set
}

// next finds the largest change among the workers of a session. Those without
// work keep what they have. It needs the lock.
func (s *shares) next(session string) (found *worker, value int, change float64) {
	busy, total := s.busy[session], 0.0
	for w := range busy {
		total += w.share.weighs()
	}
	for w := range busy {
		v := s.scale.of(w.share.among(total))
		if w.share.set == nil || w.share.value == v {
			continue
		}
		if c := math.Abs(s.scale.steps(w.share.value) - s.scale.steps(v)); c > change {
			found, value, change = w, v, c
		}
	}
	return found, value, change
}

// ended reports whether an error is that of a process or group which is no more.
func ended(err error) bool {
	for _, e := range []error{os.ErrClosed, syscall.ESRCH, syscall.ENODEV, syscall.ENOENT} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}
