package executor

import (
	"cmp"
	"slices"
)

// Execution finds an execution; an empty session is the default one.
func (e *Executor) Execution(by Caller, session, id string) (*Execution, error) {
	if id == "" {
		return nil, invalid("execution_id", "is empty")
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.execution(by, session, id)
}

// A Filter selects executions to list.
type Filter struct {
	Session     string // empty is the default one
	AllSessions bool
	States      []State           // empty is all
	Labels      map[string]string // all of them must match
	Limit       int               // at most this many; 0 is 100, the most 1,000
	Page        string            // the token that the page before came with
}

// Executions lists executions that the caller may see, the newest first, and a token
// for the next page, empty on the last.
func (e *Executor) Executions(by Caller, f Filter) (list []Status, next string, err error) {
	if err := f.check(); err != nil {
		return nil, "", err
	}
	before := uint64(1<<64 - 1)
	if f.Page != "" {
		if before, err = e.pages.open(f.Page); err != nil {
			return nil, "", err
		}
	}
	all, err := e.candidates(by, f, before)
	if err != nil {
		return nil, "", err
	}
	slices.SortFunc(all, func(a, b *Execution) int { return cmp.Compare(b.seq, a.seq) })
	limit := min(cmp.Or(max(0, f.Limit), 100), 1_000)
	for i, x := range all {
		if len(list) == limit {
			return list, e.pages.seal(all[i-1].seq), nil
		}
		if s := x.Status(); f.matches(s) {
			list = append(list, s)
		}
	}
	return list, "", nil
}

func (e *Executor) candidates(by Caller, f Filter, before uint64) ([]*Execution, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	var all []*Execution
	add := func(s *session) {
		for _, x := range s.executions {
			if x.seq < before && e.sees(by, x.owner) {
				all = append(all, x)
			}
		}
	}
	if f.AllSessions {
		for _, s := range e.sessions {
			add(s)
		}
		return all, nil
	}
	s, err := e.session(by, f.Session)
	if err != nil {
		return nil, err
	}
	add(s)
	return all, nil
}

func (f Filter) matches(s Status) bool {
	if len(f.States) > 0 && !slices.Contains(f.States, s.State) {
		return false
	}
	for k, v := range f.Labels {
		if got, ok := s.Labels[k]; !ok || got != v {
			return false
		}
	}
	return true
}
