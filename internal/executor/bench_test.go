package executor

import (
	"context"
	"testing"
)

// BenchmarkRun is a program's whole way through a real worker, without a door.
func BenchmarkRun(b *testing.B) {
	for language, code := range map[string]string{"python": "print(1+1)", "javascript": "console.log(1+1)"} {
		b.Run(language, func(b *testing.B) { benchmarkRun(b, language, code) })
	}
}

func benchmarkRun(b *testing.B, language, code string) {
	dir := b.TempDir()
	e, err := New(Config{StateDir: dir, WorkerCommand: []string{elided, "worker"}, WorkerEnv: []string{"ELIDED_WORKER=1"}, DrainTimeout: -1})
	if err != nil {
		b.Fatal(err)
	}
	if err := e.Start(); err != nil {
		b.Fatal(err)
	}
	defer e.Stop(context.Background())
	run := func() {
		x, err := e.Submit(Request{Language: language, Code: code})
		if err != nil {
			b.Error(err)
			return
		}
		<-x.Done()
		if s := x.Status(); s.State != Completed {
			b.Errorf("status %+v", s)
		}
	}
	run()
	b.Run("callers=1", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			run()
		}
	})
	b.Run("callers=16", func(b *testing.B) {
		b.ReportAllocs()
		b.SetParallelism(8)
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				run()
			}
		})
	})
}
