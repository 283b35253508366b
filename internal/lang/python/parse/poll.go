package parse

// A poller asks now and then whether to go on. Those of the expressions in f-strings are
// their source's.
type poller struct {
	ask   func() error // nil is never
	steps uint
}

// pollSteps is after how many tokens it asks.
const pollSteps = 1024

// stopped is the panic that ends the parsing with the error of a poll.
type stopped struct{ err error }

func newPoller(poll []func() error) *poller {
	if len(poll) == 0 {
		return &poller{}
	}
	return &poller{ask: poll[0]}
}

func (p *poller) step() {
	p.steps++
	if p.steps%pollSteps != 0 || p.ask == nil {
		return
	}
	if err := p.ask(); err != nil {
		panic(stopped{err})
	}
}

// notStopped is deferred by what is asked to parse: it returns what stopped it.
func notStopped(err *error) {
	switch r := recover().(type) {
	case nil:
	case stopped:
		*err = r.err
	default:
		panic(r)
	}
}
