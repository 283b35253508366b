package pool

import "time"

// blame decides which of the runs that a worker took with it are to answer for its
// end. It is told how that came: the pool's own cause, what the process said, and
// whether it is known that no program did it.
//
// What is known decides, in this order: a limit that a run had reached; the goroutine
// that a traceback names; what the runs have allocated of late. When nothing is
// known, every run whose engine was running is suspect, and one alone in its worker
// is the culprit whatever it did. But memory that is short just after a run was ended
// for it is most likely that one's, which has its end: the others only met the limit.
//
// A fault without culprits is one that nobody can be blamed for.
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
	if culprits := limitedBy(runs, MemoryLimit); len(culprits) > 0 || shed {
		return culprits
	}
	return first(fastest(runs), named, active(runs), alone(runs))
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

// staleAfter is how old a word of a run's allocations may be to count.
const staleAfter = time.Second

// fastest returns the run that has allocated most of late, if there is word of one.
func fastest(runs []*Run) []*Run {
	var best *Run
	for _, r := range runs {
		if r.rate > 0 && time.Since(r.heard) < staleAfter && (best == nil || r.rate > best.rate) {
			best = r
		}
	}
	if best == nil {
		return nil
	}
	return []*Run{best}
}
