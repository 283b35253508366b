package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	elide "github.com/elide-dev/elided"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

const tiny = "console.log(1+1)"

func snippet(language, code string, exclusive bool) *daemonv1alpha1.ExecuteSnippetRequest {
	r := &daemonv1alpha1.ExecuteSnippetRequest{Language: language, Code: code}
	if exclusive {
		r.Isolation = daemonv1alpha1.Isolation_ISOLATION_EXCLUSIVE
	}
	return r
}

// both starts the floor and a daemon.
func (b *bench) both(f func(floor, daemon *server) error, flags ...string) error {
	floor, err := b.startEcho()
	if err != nil {
		return err
	}
	defer floor.stop()
	daemon, err := b.startDaemon(flags...)
	if err != nil {
		return err
	}
	defer daemon.stop()
	if _, err := timed(300, floor.ping); err != nil { // warm both
		return err
	}
	if _, err := timed(300, func() error { return daemon.call(snippet("js", tiny, false)) }); err != nil {
		return err
	}
	return f(floor, daemon)
}

// latency is RunSnippet with one caller.
func (b *bench) latency() error {
	return b.both(func(floor, daemon *server) error {
		for _, exclusive := range []bool{false, true} {
			rounds, n := 9, 500
			if exclusive {
				rounds, n = 3, 20
			}
			r, err := beside(rounds, n, floor.ping, func() error { return daemon.call(snippet("js", tiny, exclusive)) })
			if err != nil {
				return err
			}
			printRow(fmt.Sprintf("RunSnippet, 1 caller, exclusive %v", exclusive),
				"p50 %v, echo %v: %.2f x", r.value, r.floor, float64(r.value)/float64(r.floor))
		}
		return nil
	})
}

// rate is RunSnippet with sixteen callers.
func (b *bench) rate() error {
	return b.both(func(floor, daemon *server) error {
		for _, exclusive := range []bool{false, true} {
			base, _, err := perSecond(16, 2*time.Second, floor.ping)
			if err != nil {
				return err
			}
			before := daemon.cpu()
			rate, count, err := perSecond(16, 4*time.Second, func() error { return daemon.call(snippet("js", tiny, exclusive)) })
			if err != nil {
				return err
			}
			used := daemon.cpu() - before
			after, _, err := perSecond(16, 2*time.Second, floor.ping)
			if err != nil {
				return err
			}
			base = (base + after) / 2
			printRow(fmt.Sprintf("RunSnippet, 16 callers, exclusive %v", exclusive),
				"%.0f/s, echo %.0f/s: %.2f x, CPU %v each", rate, base, rate/base, used/time.Duration(count))
		}
		return nil
	})
}

// embedded is the same without gRPC.
func (b *bench) embedded() error {
	e, err := elide.New(elide.Config{StateDir: filepath.Join(b.dir, "embedded"), WorkerPath: b.elided})
	if err != nil {
		return err
	}
	if err := e.Start(); err != nil {
		return err
	}
	defer e.Stop(context.Background())
	for _, exclusive := range []bool{false, true} {
		call := func() error {
			r, err := e.Run(context.Background(), elide.Request{Language: "js", Code: tiny, Exclusive: exclusive})
			if err == nil && r.ExitCode != 0 {
				err = fmt.Errorf("exit code %d: %s", r.ExitCode, r.Error)
			}
			return err
		}
		n := 3_000
		if exclusive {
			n = 40
		}
		if _, err := timed(n/10, call); err != nil {
			return err
		}
		p50, err := timed(n, call)
		if err != nil {
			return err
		}
		rate, _, err := perSecond(16, 2*time.Second, call)
		if err != nil {
			return err
		}
		printRow(fmt.Sprintf("package elide, exclusive %v", exclusive), "p50 %v, 16 callers %.0f/s", p50, rate)
	}
	return nil
}

// hundredLines is a program of some hundred lines; typed adds types.
func hundredLines(typed bool, salt int) string {
	var s strings.Builder
	number := ""
	if typed {
		number = ": number"
	}
	fmt.Fprintf(&s, "const salt%s = %d;\n", number, salt)
	for i := range 48 {
		fmt.Fprintf(&s, "function f%d(x%s)%s { return x * %d + salt; }\nconst v%d%s = f%d(%d);\n", i, number, number, i, i, number, i, i)
	}
	s.WriteString("let sum" + number + " = 0;\nfor (let i = 0; i < 100; i++) sum += v1 + v47 * i;\nconsole.log(sum);\n")
	return s.String()
}

// languages is RunSnippet in each language, with programs seen before and not.
func (b *bench) languages() error {
	return b.both(func(floor, daemon *server) error {
		js, ts := hundredLines(false, 1), hundredLines(true, 1)
		run := func(language, code string) func() error {
			return func() error { return daemon.call(snippet(language, code, false)) }
		}
		cached, err := beside(9, 200, run("js", js), run("ts", ts))
		if err != nil {
			return err
		}
		printRow("TypeScript, 100 lines, cached", "p50 %v, JavaScript %v: %.2f x", cached.floor, cached.value, float64(cached.floor)/float64(cached.value))
		salt := 1
		for _, language := range []string{"js", "ts"} {
			cold, err := timed(50, func() error {
				salt++
				return daemon.call(snippet(language, hundredLines(language == "ts", salt), false))
			})
			if err != nil {
				return err
			}
			printRow("100 lines never seen before, "+language, "p50 %v", cold)
		}
		star, err := beside(5, 300, floor.ping, run("starlark", "print(1+1)"))
		if err != nil {
			return err
		}
		printRow("Starlark, print(1+1)", "p50 %v, echo %v: %.2f x", star.value, star.floor, float64(star.value)/float64(star.floor))
		return nil
	})
}

// start is the time from the start of `elided serve` to its first answer.
func (b *bench) start() error {
	var times []time.Duration
	for range 11 {
		daemon, err := b.startDaemon()
		if err != nil {
			return err
		}
		err = daemon.call(snippet("js", tiny, false))
		times = append(times, time.Since(daemon.began))
		daemon.stop()
		if err != nil {
			return err
		}
	}
	printRow("elided serve to its first RunSnippet answered", "p50 %v", median(times))
	return nil
}

// memory is what executions that sleep cost, daemon and workers together.
func (b *bench) memory() error {
	for _, n := range []int{1_000, 5_000} {
		daemon, err := b.startDaemon("--max-queued", "10000")
		if err != nil {
			return err
		}
		idle := daemon.pss()
		if err := daemon.sleepers(n); err != nil {
			daemon.stop()
			return err
		}
		settle(func() bool { return daemon.printed(n) })
		full := daemon.pss()
		daemon.stop()
		printRow(fmt.Sprintf("%d sleeping executions", n), "%.1f KiB each (%.1f MiB; idle %.1f MiB)",
			float64(full)/float64(n)/1024, float64(full)/(1<<20), float64(idle)/(1<<20))
	}
	return nil
}

// sleepers submits n programs that print and sleep.
func (s *server) sleepers(n int) error {
	for i := range n {
		r := snippet("js", "console.log('asleep'); setTimeout(() => {}, 3600_000)", false)
		r.ExecutionId = fmt.Sprintf("sleeper/%d", i)
		r.Timeout = durationpb.New(0)
		if _, err := s.api.ExecuteSnippet(context.Background(), r); err != nil {
			return err
		}
	}
	return nil
}

// printed reports whether the last of n sleepers sleeps.
func (s *server) printed(n int) bool {
	for _, i := range []int{0, n / 2, n - 1} {
		out, err := s.api.GetExecutionStatus(context.Background(), &daemonv1alpha1.GetExecutionStatusRequest{ExecutionId: fmt.Sprintf("sleeper/%d", i)})
		if err != nil || out.GetStdoutBytes() == 0 {
			return false
		}
	}
	return true
}

// settle waits for ready, at most a minute, and then for the collectors of the
// workers, which return memory some time after it is free.
func settle(ready func() bool) {
	for deadline := time.Now().Add(time.Minute); !ready() && time.Now().Before(deadline); {
		time.Sleep(50 * time.Millisecond)
	}
	time.Sleep(10 * time.Second)
}
