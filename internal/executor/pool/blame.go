package pool

import (
	"slices"
	"time"
)

// blame decides which of the runs that a worker took with it are to answer for its
// end. It is told how that came: the pool's own cause, what the process said, and
// whether it is known that no program did it.
//
// What is known decides, in this order: a limit that a run had reached; for whom the
// kernel was touching memory; the goroutine that a traceback names; what the runs have
// allocated of late. When nothing is known, every run whose engine was running is
// suspect, and one alone in its worker is the culprit whatever it did. For memory that
// isn't enough: who computes is nobody's fault, and memory that is short just after a run
// was ended for it is most likely that one's, which has its end.
//
// A fault without culprits is one that nobody can be blamed for. All of them are run
// again in workers of their own then, if they may be, where it shows.
func blame(cause Cause, c crash, known known, runs []*Run) (culprits []*Run, fault Fault) {
	switch cause {
	case CauseMemory:
		return short(runs, nil, known.shed), FaultMemory
	case CauseHung:
		return first(active(runs), alone(runs)), FaultCrash
	case CauseProtocol:
		return alone(runs), FaultCrash
	case CauseCrashed:
		if known.innocent {
			return nil, NoFault // the system's doing, or an operator's
		}
		if c.fault == NoFault {
			return alone(runs), FaultCrash
		}
		named := labelled(runs, c.ref)
		if c.ref != 0 && named == nil {
			return nil, NoFault // it was given up, and has its end
		}
		if c.fault != FaultMemory || c.block > 0 {
			return first(named, active(runs), alone(runs)), c.fault
		}
		return short(runs, named, known.shed), c.fault
	}
	return nil, NoFault
}

// What is known of a worker's end besides.
type known struct {
	innocent bool // no program did it
	shed     bool // a run has just been ended for its worker's memory
}

// short returns who is to answer for a worker's memory.
func short(runs, named []*Run, shed bool) []*Run {
	culprits, touching := limitedBy(runs, MemoryLimit), first(most(runs, (*Run).served), most(runs, (*Run).given))
	if len(touching) > 0 && !slices.Contains(culprits, touching[0]) {
		culprits = append(culprits, touching...)
	}
	if len(culprits) > 0 || shed {
		return culprits
	}
	return first(most(runs, (*Run).recentRate), named, alone(active(runs)), alone(runs))
}

// leastServed is how long the kernel works for a program before that tells anything: a few
// ticks, in which it clears some tens of MiB. leastGiven is how often it gives it memory
// before that does: 8 MiB of small pages.
const (
	leastServed = 3 * tick
	leastGiven  = 2_048
)

func (r *Run) served() float64 { return fromOn(r.touching.system.Seconds(), leastServed.Seconds()) }

func (r *Run) given() float64 { return fromOn(float64(r.touching.faults), leastGiven) }

// fromOn is n, or 0 when it is less than least.
func fromOn(n, least float64) float64 {
	if n < least {
		return 0
	}
	return n
}

// staleAfter is how old a word of a run's allocations may be to count.
const staleAfter = time.Second

func (r *Run) recentRate() float64 {
	if time.Since(r.heard) >= staleAfter {
		return 0
	}
	return r.rate
}

// most returns the run that has most of something, unless another has half as much: then
// it is not known, and it is better that all are run again in workers of their own.
func most(runs []*Run, of func(*Run) float64) []*Run {
	var best *Run
	var top, next float64
	for _, r := range runs {
		switch n := of(r); {
		case n > top:
			best, top, next = r, n, top
		case n > next:
			next = n
		}
	}
	if best == nil || next > top/2 {
		return nil
	}
	return []*Run{best}
}

// first returns the first list that isn't empty.
func first(lists ...[]*Run) []*Run {
	for _, l := range lists {
		if len(l) > 0 {
			return l
		}
	}
	return nil
}

func alone(runs []*Run) []*Run {
	if len(runs) == 1 {
		return runs
	}
	return nil
}

func labelled(runs []*Run, ref uint64) []*Run {
	for _, r := range runs {
		if r.ref == ref {
			return []*Run{r}
		}
	}
	return nil
}

func limitedBy(runs []*Run, l Limit) (list []*Run) {
	for _, r := range runs {
		if r.limitedBy == l {
			list = append(list, r)
		}
	}
	return list
}

// active returns the runs whose engine was running at the last word of it. A run is
// until there is word that it waits.
func active(runs []*Run) (list []*Run) {
	for _, r := range runs {
		if !r.waiting {
			list = append(list, r)
		}
	}
	return list
}
