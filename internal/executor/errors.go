package executor

import (
	"fmt"
	"time"
)

// A Kind classes an error by what the caller can do about it.
type Kind int

// The kinds.
const (
	Invalid            Kind = iota + 1 // the request is wrong: Field names where
	NotFound                           // no such session or execution
	AlreadyExists                      // the id is taken by something else
	FailedPrecondition                 // the request is right, but not here or not now
	Exhausted                          // try again after RetryAfter
	Unavailable                        // the daemon is shutting down
	PermissionDenied                   // the caller may not
	DeadlineExceeded                   // it took longer than the request allows
)

// An Error is a request that was not served.
type Error struct {
	Kind Kind
	// Field is the request's field at fault; empty when it is none.
	Field string
	// Message says what happened and what to do.
	Message string
	// RetryAfter is set for Exhausted.
	RetryAfter time.Duration
	// Scarce is what was exhausted, where that is worth counting; else empty.
	Scarce Scarcity
}

// Error returns the field and the message.
func (e *Error) Error() string {
	if e.Field == "" {
		return e.Message
	}
	return e.Field + ": " + e.Message
}

func invalid(field, format string, args ...any) error {
	return &Error{Kind: Invalid, Field: field, Message: fmt.Sprintf(format, args...)}
}

func precondition(field, format string, args ...any) error {
	return &Error{Kind: FailedPrecondition, Field: field, Message: fmt.Sprintf(format, args...)}
}

func noSession(id string) error {
	return &Error{Kind: NotFound, Message: fmt.Sprintf("no session %.256q", id)}
}

func noExecution(session, id string) error {
	return &Error{Kind: NotFound, Message: fmt.Sprintf("no execution %.256q in session %q: it was never submitted, or its record is no longer kept", id, session)}
}

var errShuttingDown = &Error{Kind: Unavailable, Message: "the daemon is shutting down and accepts no more work"}
