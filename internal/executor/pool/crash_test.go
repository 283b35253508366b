package pool

import (
	"testing"
	"time"
)

const labelled7 = "goroutine 22 gp=0xc000102000 m=0 mp=0x1f [running, locked to thread labels:{\"elided.run\": \"7\"}]:\nmain.main()\n"

func TestReadCrash(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want crash
	}{
		"nothing": {"", crash{}},
		"words":   {"elided worker: no\nmore", crash{line: "elided worker: no"}},
		"stack": {
			"runtime: goroutine stack exceeds 33554432-byte limit\nruntime: sp=0x1\nfatal error: stack overflow\n\nruntime stack:\nruntime.throw()\n\n" + labelled7,
			crash{fault: FaultOverflow, line: "fatal error: stack overflow", ref: 7},
		},
		"one large block": {
			"runtime: out of memory: cannot allocate 4294967296-byte block (4063232 in use)\nfatal error: out of memory\n\n" + labelled7,
			crash{fault: FaultMemory, line: "fatal error: out of memory", ref: 7, block: 4294967296},
		},
		"a small block": {
			"runtime: out of memory: cannot allocate 4194304-byte block (4063232 in use)\nfatal error: out of memory\n\n" + labelled7,
			crash{fault: FaultMemory, line: "fatal error: out of memory", ref: 7},
		},
		"address space, but no memory": {
			"fatal error: runtime: out of memory\n\nruntime stack:\nruntime.throw({0x501132?, 0x40000000?})\n\n" + labelled7 + "runtime.(*mcache).allocLarge(0x7f1b9c701c28?, 0x40000000, 0x1)\n",
			crash{fault: FaultMemory, line: "fatal error: runtime: out of memory", ref: 7, block: 1 << 30},
		},
		"another's allocation": {
			"fatal error: runtime: out of memory\n\n" + labelled7 + "\ngoroutine 9 gp=0xc0 m=nil [running]:\nruntime.(*mcache).allocLarge(0x7f1b9c701c28?, 0x40000000, 0x1)\n",
			crash{fault: FaultMemory, line: "fatal error: runtime: out of memory", ref: 7},
		},
		"tables": {"fatal error: runtime: cannot allocate memory\n", crash{fault: FaultMemory, line: "fatal error: runtime: cannot allocate memory"}},
		"collector": {
			"SIGSEGV: segmentation violation\nPC=0x43785d m=5 sigcode=1 addr=0x0\n\ngoroutine 0 gp=0x9 m=5 mp=0x9 [idle]:\nruntime.(*spanQueue).tryDrain(0x9)\n\t/usr/x.go:520 +0x5d\n",
			crash{fault: FaultMemory, line: "SIGSEGV: segmentation violation"},
		},
		"a panic": {"panic: oh\n\ngoroutine 1 [running]:\nmain.main()\n", crash{fault: FaultCrash, line: "panic: "}},
		"the first goroutine counts": {
			"fatal error: concurrent map writes\n\ngoroutine 1 [running]:\nmain.main()\n\n" + labelled7,
			crash{fault: FaultCrash, line: "fatal error: concurrent map writes"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := readCrash(c.text); got != c.want {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}

// FuzzReadCrash reads what a process in any state may have written.
func FuzzReadCrash(f *testing.F) {
	f.Add("fatal error: stack overflow\n" + labelled7)
	f.Fuzz(func(t *testing.T, text string) {
		if c := readCrash(text); c.block != 0 && c.block <= arena {
			t.Errorf("%+v", c)
		}
	})
}

func TestBlame(t *testing.T) {
	run := func(ref uint64, change func(*Run)) *Run {
		r := &Run{ref: ref, waiting: true}
		if change != nil {
			change(r)
		}
		return r
	}
	idle := run(1, nil)
	busy := run(2, func(r *Run) { r.waiting = false })
	limited := run(3, func(r *Run) { r.limitedBy = MemoryLimit })
	growing := run(4, func(r *Run) { r.rate, r.heard, r.waiting = 10, time.Now(), false })
	slower := run(5, func(r *Run) { r.rate, r.heard = 5, time.Now() })
	stale := run(6, func(r *Run) { r.rate = 100 })
	touching := run(7, func(r *Run) { r.touching.system = 5 * leastServed })
	barely := run(8, func(r *Run) { r.touching.system = leastServed })
	all := []*Run{idle, busy, limited, growing, slower, stale}
	for name, c := range map[string]struct {
		cause Cause
		crash crash
		known known
		runs  []*Run
		want  []*Run
		fault Fault
	}{
		"alone":                    {CauseCrashed, crash{}, known{}, []*Run{idle}, []*Run{idle}, FaultCrash},
		"alone, killed by another": {CauseCrashed, crash{}, known{innocent: true}, []*Run{idle}, nil, NoFault},
		"no word":                  {CauseCrashed, crash{}, known{}, []*Run{idle, busy}, nil, FaultCrash},
		"named":                    {CauseCrashed, crash{fault: FaultOverflow, ref: 1}, known{}, all, []*Run{idle}, FaultOverflow},
		"not named":                {CauseCrashed, crash{fault: FaultCrash}, known{}, all, []*Run{busy, growing}, FaultCrash},
		"not named, none active":   {CauseCrashed, crash{fault: FaultCrash}, known{}, []*Run{idle, slower}, nil, FaultCrash},
		"named, given up":          {CauseCrashed, crash{fault: FaultOverflow, ref: 99}, known{}, all, nil, NoFault},
		"large block":              {CauseCrashed, crash{fault: FaultMemory, ref: 1, block: 1 << 30}, known{}, all, []*Run{idle}, FaultMemory},
		"small block":              {CauseCrashed, crash{fault: FaultMemory, ref: 1}, known{}, all, []*Run{limited}, FaultMemory},
		"small block, no limit":    {CauseCrashed, crash{fault: FaultMemory, ref: 1}, known{}, []*Run{idle, growing, slower}, []*Run{growing}, FaultMemory},
		"memory":                   {CauseMemory, crash{}, known{}, all, []*Run{limited}, FaultMemory},
		"memory, no limit":         {CauseMemory, crash{}, known{}, []*Run{slower, growing, stale}, []*Run{growing}, FaultMemory},
		"memory, no word":          {CauseMemory, crash{}, known{}, []*Run{idle, busy}, []*Run{busy}, FaultMemory},
		"memory, touched":          {CauseMemory, crash{}, known{}, []*Run{growing, barely, touching}, []*Run{touching}, FaultMemory},
		"memory, given":            {CauseMemory, crash{}, known{}, []*Run{growing, run(9, func(r *Run) { r.touching.faults = leastGiven })}, []*Run{run(9, nil)}, FaultMemory},
		"memory, given too little": {CauseMemory, crash{}, known{}, []*Run{idle, run(9, func(r *Run) { r.touching.faults = leastGiven - 1 })}, nil, FaultMemory},
		"memory, touched by two":   {CauseMemory, crash{}, known{}, []*Run{touching, run(9, func(r *Run) { r.touching.system = 4 * leastServed })}, nil, FaultMemory},
		"memory, touched another":  {CauseMemory, crash{}, known{shed: true}, []*Run{limited, touching}, []*Run{limited, touching}, FaultMemory},
		"memory, all compute":      {CauseMemory, crash{}, known{}, []*Run{busy, run(9, func(r *Run) { r.waiting = false })}, nil, FaultMemory},
		"memory, one was ended":    {CauseMemory, crash{}, known{shed: true}, []*Run{busy, growing}, nil, FaultMemory},
		"small block, one ended":   {CauseCrashed, crash{fault: FaultMemory, ref: 1}, known{shed: true}, []*Run{idle, growing}, nil, FaultMemory},
		"large block, one ended":   {CauseCrashed, crash{fault: FaultMemory, ref: 1, block: 1 << 30}, known{shed: true}, all, []*Run{idle}, FaultMemory},
		"hung":                     {CauseHung, crash{}, known{}, all, []*Run{busy, growing}, FaultCrash},
		"protocol":                 {CauseProtocol, crash{}, known{}, all, nil, FaultCrash},
		"retired":                  {CauseRetired, crash{}, known{}, all, nil, NoFault},
	} {
		t.Run(name, func(t *testing.T) {
			got, fault := blame(c.cause, c.crash, c.known, c.runs)
			if fault != c.fault || len(got) != len(c.want) {
				t.Fatalf("%v with fault %v, want %v with %v", got, fault, c.want, c.fault)
			}
			for i := range got {
				if got[i].ref != c.want[i].ref {
					t.Errorf("run %d, want %d", got[i].ref, c.want[i].ref)
				}
			}
		})
	}
}
