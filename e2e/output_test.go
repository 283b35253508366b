package e2e

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/elide-dev/elided/client"
	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

const (
	// memoryMargin is how much the daemon may grow, in bytes.
	memoryMargin = 64 << 20
	lineCount    = 100_000
	lineLength   = 1_000
)

// flood writes 100 MB in numbered lines.
const flood = `
filler = "x" * 992
for i in range(100000):
    print(str(1000000 + i) + filler)
`

// floodDigest is the digest of what flood writes from an offset on.
func floodDigest(from int) [sha256.Size]byte {
	h := sha256.New()
	filler := strings.Repeat("x", lineLength-8)
	for i := range lineCount {
		line := fmt.Sprintf("%d%s\n", 1_000_000+i, filler)
		if start := i * lineLength; start+lineLength > from {
			_, _ = io.WriteString(h, line[max(0, from-start):])
		}
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// TestFlood streams 100 MB to a follower at offset 0, to one that joins halfway
// and to one that never reads; the daemon's memory must not show it.
func TestFlood(t *testing.T) {
	d := startDaemon(t)
	if _, err := d.run(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: "print(1)"}); err != nil {
		t.Fatal(err)
	}
	memory := sampleMemory(t, d)
	const half = lineCount*lineLength/2 + 123 // in the middle of a line

	id := d.submit(&daemonv1alpha1.ExecuteSnippetRequest{Language: "python", Code: flood})
	idle := connect(t, d)
	if _, err := idle.WatchExecution(t.Context(), &daemonv1alpha1.WatchExecutionRequest{ExecutionId: id}); err != nil {
		t.Fatal(err)
	}
	halfway := make(chan struct{})
	reached := sync.OnceFunc(func() { close(halfway) })
	first := follow(t, d, id, 0, func(n uint64) {
		if n >= half {
			reached()
		}
	})
	select {
	case <-halfway:
	case err := <-first.err:
		t.Fatalf("the first follower ended before half: %v", err)
	case <-time.After(patience):
		t.Fatal("half of the output did not come")
	}
	second := follow(t, d, id, half, func(uint64) {})
	first.check(t, "first", floodDigest(0))
	second.check(t, "second", floodDigest(half))
	if s := d.end(id); s.GetStdoutBytes() != lineCount*lineLength || s.GetExitCode() != 0 {
		t.Errorf("%d bytes, exit code %d", s.GetStdoutBytes(), s.GetExitCode())
	}
	if grown := memory.stop(); grown > memoryMargin {
		t.Errorf("the daemon grew by %d MiB, at most %d", grown>>20, memoryMargin>>20)
	} else {
		t.Logf("the daemon grew by %d MiB", grown>>20)
	}
}

// connect makes a connection of its own to a daemon.
func connect(t *testing.T, d *daemon) *client.Client {
	t.Helper()
	c, err := client.Dial(d.socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

// A followerOf hashes what it reads of an execution's standard output.
type followerOf struct {
	hash hash.Hash
	err  chan error
}

func follow(t *testing.T, d *daemon, id string, from uint64, progress func(uint64)) *followerOf {
	t.Helper()
	f := &followerOf{hash: sha256.New(), err: make(chan error, 1)}
	ctx, cancel := context.WithTimeout(t.Context(), 3*patience)
	t.Cleanup(cancel)
	stream, err := connect(t, d).WatchExecution(ctx, &daemonv1alpha1.WatchExecutionRequest{ExecutionId: id, StdoutOffset: from})
	if err != nil {
		t.Fatal(err)
	}
	go func() { f.err <- f.read(stream, from, progress) }()
	return f
}

func (f *followerOf) read(stream daemonv1alpha1.ExecutionApi_WatchExecutionClient, next uint64, progress func(uint64)) error {
	complete := false
	for {
		event, err := stream.Recv()
		switch {
		case errors.Is(err, io.EOF) && complete:
			return nil
		case err != nil:
			return err
		case complete:
			return errors.New("an event after the final status")
		}
		if chunk := event.GetOutput(); chunk != nil {
			if chunk.GetOffset() != next {
				return fmt.Errorf("a chunk at %d, expected %d", chunk.GetOffset(), next)
			}
			_, _ = f.hash.Write(chunk.GetData())
			next += uint64(len(chunk.GetData()))
			progress(next)
		}
		complete = event.GetStatus().GetComplete()
	}
}

func (f *followerOf) check(t *testing.T, name string, want [sha256.Size]byte) {
	t.Helper()
	select {
	case err := <-f.err:
		if err != nil {
			t.Errorf("the %s follower: %v", name, err)
		} else if [sha256.Size]byte(f.hash.Sum(nil)) != want {
			t.Errorf("the %s follower read something else than was written", name)
		}
	case <-time.After(3 * patience):
		t.Errorf("the %s follower has not come to the end", name)
	}
}

// A memorySampler watches how much a process grows.
type memorySampler struct {
	done, ended chan struct{}
	idle, most  int64
}

func sampleMemory(t *testing.T, d *daemon) *memorySampler {
	t.Helper()
	m := &memorySampler{done: make(chan struct{}), ended: make(chan struct{}), idle: residentBytes(t, d.pid())}
	go func() {
		defer close(m.ended)
		tick := time.NewTicker(10 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				m.most = max(m.most, residentBytes(t, d.pid()))
			case <-m.done:
				return
			}
		}
	}()
	return m
}

func (m *memorySampler) stop() (grown int64) {
	close(m.done)
	<-m.ended
	return m.most - m.idle
}

// TestInvalidUTF8 has every byte in a stream, and what is no text replaced in a
// status.
func TestInvalidUTF8(t *testing.T) {
	d := startDaemon(t)
	id := d.submit(&daemonv1alpha1.ExecuteSnippetRequest{
		Language: "javascript", Code: `process.stdout.write(Buffer.from([0x61, 0xff, 0xfe, 0x62]))`,
	})
	var out strings.Builder
	if _, err := d.Follow(t.Context(), "", id, &out, io.Discard); err != nil {
		t.Fatal(err)
	}
	if out.String() != "a\xff\xfeb" {
		t.Errorf("followed %q", out.String())
	}
	if got := d.status(id).GetStdout(); got != "a\uFFFDb" && got != "a\uFFFD\uFFFDb" {
		t.Errorf("the status has %q", got)
	}
}
