package main

import (
	"cmp"
	"context"
	"strings"

	basepb "github.com/hashicorp/nomad/plugins/base/proto"
	pb "github.com/hashicorp/nomad/plugins/drivers/proto"
	structspb "github.com/hashicorp/nomad/plugins/shared/structs/proto"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/timestamppb"

	"github.com/elide-dev/elided/client"
	elide "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// Fingerprint pushes what the daemon can do whenever that changes. Attributes go with the
// daemon: only on a node whose class has changed does Nomad try blocked jobs again.
func (d *driver) Fingerprint(_ *pb.FingerprintRequest, s pb.Driver_FingerprintServer) error {
	return d.daemon.WatchHealth(s.Context(), d.config.Binary, func(c *elide.GetCapabilitiesResponse, err error) error {
		r := &pb.FingerprintResponse{Health: pb.FingerprintResponse_HEALTHY, HealthDescription: "elided accepts work"}
		r.Attributes = map[string]*structspb.Attribute{}
		if err != nil {
			r.Health, r.HealthDescription = pb.FingerprintResponse_UNHEALTHY, status.Convert(err).Message()
		}
		for name, value := range client.Summary(c) {
			r.Attributes["driver.elide."+name] = &structspb.Attribute{Value: &structspb.Attribute_StringVal{StringVal: value}}
		}
		return s.Send(r)
	})
}

// lost is said of an execution that the daemon doesn't know, or that went with its daemon.
const lost = "lost: elided has ended or restarted since the task was started, or was told to forget it; how it ended is not known"

// outcome is how a task ended.
func outcome(s *elide.GetExecutionStatusResponse) *pb.WaitTaskResponse {
	r := &pb.ExitResult{ExitCode: s.GetExitCode(), OomKilled: s.GetStopReason() == elide.StopReason_STOP_REASON_MEMORY_LIMIT}
	switch s.GetStopReason() {
	case elide.StopReason_STOP_REASON_CANCELLED, elide.StopReason_STOP_REASON_SIGNALLED:
		r.Signal = max(s.GetExitCode()-128, 0)
	}
	return &pb.WaitTaskResponse{Result: r, Err: client.Reason(s)}
}

// tell queues an event, for each who waits: an agent that stops a task waits twice. While
// nobody takes them those that there is no room for are dropped: WaitTask says the same.
func (d *driver) tell(id, message string) {
	if message == "" {
		return
	}
	part := append(strings.Split(id, "/"), "", "") // ALLOC/TASK/START
	e := &pb.DriverTaskEvent{TaskId: id, AllocId: part[0], TaskName: part[1], Timestamp: timestamppb.Now(), Message: message}
	select {
	case d.events <- e:
	default:
	}
}

func (d *driver) TaskEvents(_ *pb.TaskEventsRequest, s pb.Driver_TaskEventsServer) error {
	for {
		select {
		case e := <-d.events:
			if err := s.Send(e); err != nil {
				return err
			}
		case <-s.Context().Done():
			return nil
		}
	}
}

func (d *driver) InspectTask(ctx context.Context, r *pb.InspectTaskRequest) (*pb.InspectTaskResponse, error) {
	x, err := d.task(r.GetTaskId()).Status(ctx)
	t := &pb.TaskStatus{Id: r.GetTaskId(), State: pb.TaskState_RUNNING, StartedAt: x.GetStartedAt(), CompletedAt: x.GetEndedAt()}
	if x.GetComplete() {
		t.State, t.Result = pb.TaskState_EXITED, outcome(x).GetResult()
	}
	return &pb.InspectTaskResponse{Task: t}, err
}

// TaskStats tells of an exclusive task; the memory of a shared one is 0.
func (d *driver) TaskStats(r *pb.TaskStatsRequest, s pb.Driver_TaskStatsServer) error {
	return d.task(r.GetTaskId()).WatchUsage(s.Context(), r.GetCollectionInterval().AsDuration(), func(u *elide.Usage, processors float64) error {
		cpu := &pb.CPUUsage{Percent: 100 * processors, TotalTicks: processors * d.mhz}
		cpu.MeasuredFields = []pb.CPUUsage_Fields{pb.CPUUsage_PERCENT, pb.CPUUsage_TOTAL_TICKS}
		memory := &pb.MemoryUsage{Rss: u.GetMemoryBytes(), MaxUsage: u.GetPeakMemoryBytes()}
		memory.MeasuredFields = []pb.MemoryUsage_Fields{pb.MemoryUsage_RSS, pb.MemoryUsage_MAX_USAGE}
		all := &pb.TaskResourceUsage{Cpu: cpu, Memory: memory}
		return s.Send(&pb.TaskStatsResponse{Stats: &pb.TaskStats{Id: r.GetTaskId(), Timestamp: timestamppb.Now(), AggResourceUsage: all}})
	})
}

// coreSpeed is what Nomad counts one core as, in MHz.
func coreSpeed(t *basepb.ClientTopology) float64 {
	total := uint64(0)
	for _, c := range t.GetCores() {
		total += cmp.Or(c.GetBaseSpeed(), c.GetMaxSpeed(), c.GetGuessSpeed())
	}
	return float64(cmp.Or(t.GetOverrideTotalCompute(), total)) / float64(max(len(t.GetCores()), 1))
}
