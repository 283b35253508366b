// Package poll has a parser and a compiler ask now and then whether to go on.
package poll

// steps is after how many steps a Poller asks: tokens of a parser, expressions of a compiler.
const steps = 1024

// A Poller counts steps. The zero Poller never asks.
type Poller struct {
	ask  func() error // nil is never
	done uint
}

// stopped is the panic that ends the work with the error of a poll.
type stopped struct{ err error }

// New returns a Poller that asks the first of the functions, if there is one.
func New(ask []func() error) *Poller {
	if len(ask) == 0 {
		return &Poller{}
	}
	return &Poller{ask: ask[0]}
}

// Step counts a step. What the question's error ends is caught by NotStopped.
func (p *Poller) Step() {
	p.done++
	if p.done%steps != 0 || p.ask == nil {
		return
	}
	if err := p.ask(); err != nil {
		panic(stopped{err})
	}
}

// NotStopped is deferred by what is asked to do the work: it returns what stopped it.
func NotStopped(err *error) {
	switch r := recover().(type) {
	case nil:
	case stopped:
		*err = r.err
	default:
		panic(r)
	}
}
