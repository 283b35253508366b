package worker

// runners are goroutines that run programs one after another: their stacks have
// grown to what a program needs, which a new goroutine's would have to do again.
type runners struct {
	work chan func()
	idle chan struct{} // a token for each that may wait for work
}

// maxIdleRunners bounds the goroutines that wait for a program.
const maxIdleRunners = 16

func newRunners() runners {
	return runners{work: make(chan func()), idle: make(chan struct{}, maxIdleRunners)}
}

// run has f run by a goroutine that waits, or by a new one.
func (r runners) run(f func()) {
	select {
	case r.work <- f:
	default:
		go r.serve(f)
	}
}

// serve runs f and what comes after, and ends when enough others wait.
func (r runners) serve(f func()) {
	for {
		f()
		select {
		case r.idle <- struct{}{}:
		default:
			return
		}
		f = <-r.work
		<-r.idle
	}
}
