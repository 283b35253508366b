package lang

import "time"

// MaxEvaluation bounds each text of an Evaluation, in bytes.
const MaxEvaluation = 64 << 10

// An Evaluator is an Instance that can evaluate an expression in its program while
// that runs.
type Evaluator interface {
	Instance
	// Eval has an expression evaluated as one more task of the program, which it does
	// not keep from ending. done is called once, from any goroutine, before Run has
	// returned at the latest. An expression that has not begun after timeout never
	// does, and a promise that has not settled by then is waited for no longer; one
	// that computes goes on like the rest of the program. It is safe from any
	// goroutine before, during and after Run, and doesn't block. False means that the
	// program has ended: done is not called.
	Eval(expression string, timeout time.Duration, done func(Evaluation)) bool
}

// An Evaluation is what became of an expression.
type Evaluation struct {
	// Value is a string as it is, and anything else as the language shows it.
	Value string
	// Truncated is true when Value is cut short.
	Truncated bool
	// Error is what was thrown, with its stack; empty when nothing was.
	Error string
	// Refused is true when the time had passed or the program had ended before there
	// was a value or an error.
	Refused bool
}
