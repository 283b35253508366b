package api

import (
	"fmt"
	"strconv"
	"strings"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	daemonv1alpha1 "github.com/elide-dev/elided/proto/elide/daemon/v1alpha1"
)

// A place is how far both outputs have come: the offsets of the next bytes.
type place [2]uint64

// event is a message as an event, after which the place is another.
func (p *place) event(m *daemonv1alpha1.WatchExecutionResponse) sentEvent {
	switch {
	case m.GetOutput() != nil:
		o := m.GetOutput()
		if i := int(o.GetStream()) - 1; i == 0 || i == 1 {
			p[i] = o.GetOffset() + uint64(len(o.GetData()))
		}
		return sentEvent{p.String(), "output", o}
	case m.GetUsage() != nil:
		return sentEvent{p.String(), "usage", m.GetUsage()}
	case m.GetStatus().GetComplete():
		return sentEvent{p.String() + finalPlace, "status", m.GetStatus()}
	}
	return sentEvent{p.String(), "status", m.GetStatus()}
}

// finalPlace is behind the place of an execution's last event.
const finalPlace = "-end"

// String is the place as an event's id.
func (p *place) String() string { return fmt.Sprintf("%d-%d", p[0], p[1]) }

// parse reads an event's id, and whether it was the last one's.
func (p *place) parse(id string) (final bool, err error) {
	text, final := strings.CutSuffix(id, finalPlace)
	first, second, _ := strings.Cut(text, "-")
	for i, number := range []string{first, second} {
		if p[i], err = strconv.ParseUint(number, 10, 64); err != nil {
			return false, status.Errorf(codes.InvalidArgument, "Last-Event-ID: %.64q is no id of an event", id)
		}
	}
	return final, nil
}
