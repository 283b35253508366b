package main

import (
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	basepb "github.com/hashicorp/nomad/plugins/base/proto"
	pb "github.com/hashicorp/nomad/plugins/drivers/proto"
	"google.golang.org/protobuf/types/known/durationpb"

	elide "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// TestOutcome has every reason that a task can end for: where it is an error there is a
// sentence, and the reason's own words where these are Nomad's.
func TestOutcome(t *testing.T) {
	said := map[elide.StopReason]string{ // by the driver; the others have their names
		elide.StopReason_STOP_REASON_EXITED: "", elide.StopReason_STOP_REASON_UNCAUGHT_ERROR: "",
		elide.StopReason_STOP_REASON_CANCELLED: "", elide.StopReason_STOP_REASON_SIGNALLED: "",
		elide.StopReason_STOP_REASON_MEMORY_LIMIT: "out of memory", elide.StopReason_STOP_REASON_WORKER_LOST: "lost",
		elide.StopReason_STOP_REASON_SHUTDOWN: "lost", elide.StopReason_STOP_REASON_SESSION_DELETED: "lost",
		elide.StopReason_STOP_REASON_TIMEOUT: "timeout", elide.StopReason_STOP_REASON_CRASHED: "crashed",
	}
	signals := map[elide.StopReason]int32{elide.StopReason_STOP_REASON_CANCELLED: 15, elide.StopReason_STOP_REASON_SIGNALLED: 15}
	for number, name := range elide.StopReason_name {
		reason := elide.StopReason(number)
		got := outcome(&elide.GetExecutionStatusResponse{StopReason: reason, ExitCode: 143})
		what, sentence, _ := strings.Cut(got.GetErr(), ": ")
		if want, ok := said[reason]; ok && what != want || !ok && what == "" || what != "" && !strings.Contains(sentence, " ") {
			t.Errorf("%s: %q", name, got.GetErr())
		}
		if r := got.GetResult(); r.GetExitCode() != 143 || r.GetSignal() != signals[reason] || r.GetOomKilled() != (reason == elide.StopReason_STOP_REASON_MEMORY_LIMIT) {
			t.Errorf("%s: %v", name, r)
		}
	}
	if got := outcome(&elide.GetExecutionStatusResponse{StopReason: elide.StopReason_STOP_REASON_CANCELLED, ExitCode: 7}).GetResult(); got.GetSignal() != 0 {
		t.Errorf("it ended itself when it was asked to: %v", got)
	}
}

// TestCrashed is about a program whose worker breaks under it.
func TestCrashed(t *testing.T) {
	a, dir, _ := withDaemon(t)
	x := task(t, "crashed", js("for (;;);"))
	a.start(t, x)
	var worker int
	eventually(t, "a worker that computes", func() bool {
		worker = busyWorker(dir)
		return worker != 0
	})
	if err := syscall.Kill(worker, syscall.SIGSEGV); err != nil {
		t.Fatal(err)
	}
	got := a.wait(t, x)
	if r := got.GetResult(); r.GetExitCode() != 137 || r.GetSignal() != 0 || r.GetOomKilled() || !strings.HasPrefix(got.GetErr(), "crashed: it brought down its worker") {
		t.Errorf("%v", got)
	}
}

// busyWorker is the worker of the daemon in dir that has used 100 ms of processor time; 0
// when there is none.
func busyWorker(dir string) int {
	paths, _ := filepath.Glob("/proc/[0-9]*/cmdline") // the pattern is right
	for _, path := range paths {
		command, _ := os.ReadFile(path) // it may have ended
		if !strings.Contains(string(command), "\x00serve\x00--socket\x00"+filepath.Join(dir, "s")+"\x00") {
			continue
		}
		children, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "task", "*", "children"))
		for _, list := range children {
			pids, _ := os.ReadFile(list)
			for _, pid := range strings.Fields(string(pids)) {
				if n, err := strconv.Atoi(pid); err == nil && userTime(pid) >= 10 {
					return n
				}
			}
		}
	}
	return 0
}

// userTime is what a process has used outside the kernel, in hundredths of a second.
func userTime(pid string) int {
	text, _ := os.ReadFile("/proc/" + pid + "/stat") // it may have ended
	_, after, _ := strings.Cut(string(text), ") ")
	const user = 11
	if f := strings.Fields(after); len(f) > user {
		n, _ := strconv.Atoi(f[user]) // the kernel writes numbers
		return n
	}
	return 0
}

// TestStats has processor time in percent of a processor, and in the MHz of which Nomad
// says how many one has.
func TestStats(t *testing.T) {
	dir := shortDir(t)
	serve(t, dir)
	a := launch(t)
	const mhz = 2_500
	topology := &basepb.ClientTopology{Cores: []*basepb.ClientTopologyCore{{BaseSpeed: mhz}, {BaseSpeed: mhz}}}
	_, err := a.SetConfig(deadline(t), &basepb.SetConfigRequest{
		MsgpackConfig: msgpack(t, map[string]any{"daemon_socket": filepath.Join(dir, "s")}),
		NomadConfig:   &basepb.NomadConfig{Driver: &basepb.NomadDriverConfig{Topology: topology}},
	})
	if err != nil {
		t.Fatal(err)
	}
	x := task(t, "busy", js("for (;;);"))
	a.start(t, x)
	s, err := a.TaskStats(deadline(t), &pb.TaskStatsRequest{TaskId: x.GetId(), CollectionInterval: durationpb.New(300 * time.Millisecond)})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		got, err := s.Recv()
		if err != nil {
			t.Fatal(err)
		}
		u := got.GetStats().GetAggResourceUsage()
		if u.GetCpu().GetPercent() <= 0 || u.GetCpu().GetPercent() > 150 || u.GetMemory().GetRss() < 1<<20 {
			t.Errorf("%v", u)
		}
		if want := u.GetCpu().GetPercent() / 100 * mhz; math.Abs(u.GetCpu().GetTotalTicks()-want) > 1 {
			t.Errorf("%v ticks, not %v", u.GetCpu().GetTotalTicks(), want)
		}
	}
	if _, err := a.DestroyTask(deadline(t), &pb.DestroyTaskRequest{TaskId: x.GetId(), Force: true}); err != nil {
		t.Error(err)
	}
}

func TestCoreSpeed(t *testing.T) {
	for name, c := range map[string]struct {
		cores    []*basepb.ClientTopologyCore
		override uint64
		want     float64
	}{
		"none":     {nil, 0, 0},
		"one":      {[]*basepb.ClientTopologyCore{{BaseSpeed: 2000, MaxSpeed: 4000, GuessSpeed: 1000}}, 0, 2000},
		"max":      {[]*basepb.ClientTopologyCore{{MaxSpeed: 4000, GuessSpeed: 1000}}, 0, 4000},
		"guess":    {[]*basepb.ClientTopologyCore{{GuessSpeed: 1000}}, 0, 1000},
		"mixed":    {[]*basepb.ClientTopologyCore{{BaseSpeed: 3000}, {BaseSpeed: 1000}}, 0, 2000},
		"override": {[]*basepb.ClientTopologyCore{{BaseSpeed: 3000}, {BaseSpeed: 3000}}, 10_000, 5000},
		"no cores": {nil, 8000, 8000},
	} {
		if got := coreSpeed(&basepb.ClientTopology{Cores: c.cores, OverrideTotalCompute: c.override}); got != c.want {
			t.Errorf("%s: %v, not %v", name, got, c.want)
		}
	}
	if got := coreSpeed(nil); got != 0 {
		t.Errorf("of nothing: %v", got)
	}
}
