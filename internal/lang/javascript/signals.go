package javascript

import (
	"strings"
	"sync"
)

// signals are what a program handles and what is on its way to it. It is shared with
// the goroutines that send them.
type signals struct {
	mu      sync.Mutex
	handled map[string]bool
	queued  []string // each name once at most, as a process has them
	closed  bool
}

// Signal implements lang.Instance.
func (in *instance) Signal(name string) bool {
	if !in.signals.send(name) {
		return false
	}
	in.nudge()
	return true
}

func (s *signals) send(name string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || !s.handled[name] {
		return false
	}
	for _, q := range s.queued {
		if q == name {
			return true
		}
	}
	s.queued = append(s.queued, name)
	return true
}

// handle says whether the program has a handler for a signal.
func (s *signals) handle(name string, handled bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.handled == nil {
		s.handled = make(map[string]bool)
	}
	s.handled[name] = handled
}

func (s *signals) pending() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.queued) > 0
}

func (s *signals) take() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	queued := s.queued
	s.queued = nil
	return queued
}

// close has every later signal find no handler.
func (s *signals) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
}

// deliverSignals runs the handlers of the signals that have come.
func (in *instance) deliverSignals() {
	for _, name := range in.signals.take() {
		in.turn(func() {
			in.process.events.emit(in, in.process.object, name, in.vm.ToValue(name), in.vm.ToValue(signalNumbers[name]))
		})
	}
}

// signalNumbers are Linux's.
var signalNumbers = map[string]int{
	"SIGHUP": 1, "SIGINT": 2, "SIGQUIT": 3, "SIGABRT": 6, "SIGUSR1": 10, "SIGUSR2": 12, "SIGPIPE": 13,
	"SIGALRM": 14, "SIGTERM": 15, "SIGCHLD": 17, "SIGCONT": 18, "SIGTSTP": 20, "SIGWINCH": 28,
}

// watchSignal keeps the handled signals in step with the listeners of process.
func watchSignal(in *instance, event string) {
	if !strings.HasPrefix(event, "SIG") {
		return
	}
	if event == "SIGKILL" || event == "SIGSTOP" {
		if len(in.process.events.listeners[event]) > 0 {
			delete(in.process.events.listeners, event)
			panic(in.codedError("Error", "EINVAL", "uv_signal_start EINVAL: "+event+" can't be handled"))
		}
		return
	}
	in.signals.handle(event, len(in.process.events.listeners[event]) > 0)
}
