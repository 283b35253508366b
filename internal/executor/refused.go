package executor

import "errors"

// A Scarcity is what there was none left of, for an error of kind Exhausted.
type Scarcity string

// What submissions find none left of.
const (
	QueueFull   Scarcity = "queue_full"
	HeldMemory  Scarcity = "held_memory"
	Descriptors Scarcity = "descriptors"
	Records     Scarcity = "records"
)

var kindNames = [...]string{
	"", "invalid", "not_found", "already_exists", "failed_precondition", "exhausted", "shutting_down", "permission_denied", "deadline_exceeded",
}

// RefusalReasons are all that an Observer hears of.
func RefusalReasons() []string {
	var all []string
	for _, k := range []Kind{Invalid, NotFound, AlreadyExists, FailedPrecondition, Exhausted, Unavailable, PermissionDenied} {
		all = append(all, kindNames[k])
	}
	for _, s := range []Scarcity{QueueFull, HeldMemory, Descriptors, Records} {
		all = append(all, string(s))
	}
	return append(all, internalReason)
}

const internalReason = "internal"

// refusal is why a submission was refused: one of few words.
func refusal(err error) string {
	var e *Error
	switch {
	case !errors.As(err, &e):
		return internalReason
	case e.Scarce != "":
		return string(e.Scarce)
	}
	return kindNames[e.Kind]
}
