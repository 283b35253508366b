package javascript

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
	"time"

	"github.com/dop251/goja"

	"github.com/elide-dev/elided/internal/lang"
)

// evaluations are the expressions that have come from outside. The lock guards queued,
// open and closed, which are shared with the goroutines that bring them; the rest
// belongs to the one that calls Run.
type evaluations struct {
	scope   scope
	object  *goja.Object // of scope; nil until it is needed
	awaited []*evaluation

	mu     sync.Mutex
	queued []*evaluation
	open   map[*evaluation]bool // neither answered nor given up
	closed bool
}

// An evaluation is one of them.
type evaluation struct {
	expression string
	deadline   time.Time
	done       func(lang.Evaluation)
	promise    *goja.Promise // that its value is
	timer      *time.Timer   // gives the promise up; nil while there is none
}

var _ lang.Evaluator = (*instance)(nil)

// Eval implements lang.Evaluator.
func (in *instance) Eval(expression string, timeout time.Duration, done func(lang.Evaluation)) bool {
	e := &evaluation{expression: expression, deadline: time.Now().Add(timeout), done: done}
	if !in.evaluations.add(e) {
		return false
	}
	in.nudge()
	return true
}

func (s *evaluations) add(e *evaluation) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return false
	}
	if s.open == nil {
		s.open = make(map[*evaluation]bool)
	}
	s.open[e] = true
	s.queued = append(s.queued, e)
	return true
}

func (s *evaluations) take() []*evaluation {
	s.mu.Lock()
	defer s.mu.Unlock()
	queued := s.queued
	s.queued = nil
	return queued
}

// answer answers e, the first time, and reports whether this was it.
func (s *evaluations) answer(e *evaluation, r lang.Evaluation) bool {
	s.mu.Lock()
	first := s.open[e]
	delete(s.open, e)
	timer := e.timer
	s.mu.Unlock()
	if !first {
		return false
	}
	if timer != nil {
		timer.Stop()
	}
	e.done(r)
	return true
}

// close refuses what is not answered, and everything that comes later.
func (s *evaluations) close() {
	s.mu.Lock()
	s.closed, s.queued = true, nil
	open := make([]*evaluation, 0, len(s.open))
	for e := range s.open {
		open = append(open, e)
	}
	s.mu.Unlock()
	for _, e := range open {
		s.answer(e, lang.Evaluation{Refused: true})
	}
}

// await keeps e until its promise settles or its time has passed.
func (s *evaluations) await(e *evaluation, p *goja.Promise) {
	e.promise = p
	s.awaited = append(s.awaited, e)
	timer := time.AfterFunc(time.Until(e.deadline), func() { s.answer(e, lang.Evaluation{Refused: true}) })
	s.mu.Lock()
	e.timer = timer
	s.mu.Unlock()
}

func (s *evaluations) isOpen(e *evaluation) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.open[e]
}

// awaits reports whether an evaluation takes care of a promise's rejection.
func (s *evaluations) awaits(p *goja.Promise) bool {
	for _, e := range s.awaited {
		if e.promise == p && s.isOpen(e) {
			return true
		}
	}
	return false
}

// runEvaluations evaluates the expressions that have come, each as a task.
func (in *instance) runEvaluations() {
	for _, e := range in.evaluations.take() {
		if time.Now().After(e.deadline) {
			in.evaluations.answer(e, lang.Evaluation{Refused: true})
			continue
		}
		in.turn(func() { in.evaluate(e) })
	}
}

// answerSettled answers those whose promises have settled, each as a task, since
// showing a value may run the program's code.
func (in *instance) answerSettled() {
	awaited := in.evaluations.awaited
	in.evaluations.awaited = nil
	for _, e := range awaited {
		switch {
		case !in.evaluations.isOpen(e):
		case e.promise.State() == goja.PromiseStatePending:
			in.evaluations.awaited = append(in.evaluations.awaited, e)
		default:
			in.turn(func() { in.answerPromise(e) })
		}
	}
}

func (in *instance) answerPromise(e *evaluation) {
	if e.promise.State() == goja.PromiseStateRejected {
		in.evaluations.answer(e, lang.Evaluation{Error: in.thrownText(e.promise.Result(), nil)})
		return
	}
	in.evaluations.answer(e, in.shown(e.promise.Result()))
}

// evaluate runs one expression. What it throws is its result, its stack overflow
// included; its other ends are the program's.
func (in *instance) evaluate(e *evaluation) {
	program, err := in.compileExpression(e.expression)
	if err != nil {
		in.evaluations.answer(e, lang.Evaluation{Error: syntaxText(err)})
		return
	}
	var value goja.Value
	var thrown *goja.Exception
	cause := catch(func() { thrown = in.vm.Try(func() { value = in.callExpression(program) }) })
	var overflow *goja.StackOverflowError
	if err, ok := cause.(error); ok && errors.As(err, &overflow) {
		in.evaluations.answer(e, lang.Evaluation{Error: in.overflowFailure(overflow).Message})
		return
	}
	if cause != nil {
		panic(cause)
	}
	if thrown != nil {
		in.evaluations.answer(e, lang.Evaluation{Error: in.thrownText(thrown.Value(), userFrames(thrown.Stack()))})
		return
	}
	if p, ok := promiseOf(value); ok {
		in.evaluations.await(e, p)
		return
	}
	in.evaluations.answer(e, in.shown(value))
}

// compileExpression is the last line of defence against a compiler that fails.
func (in *instance) compileExpression(code string) (program *goja.Program, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("the compiler failed: %.200v; simplify the expression", cause)
		}
	}()
	if c, ok := in.runtime.compiler.(ExpressionCompiler); ok {
		return c.CompileExpression(code)
	}
	return CompileExpression(code)
}

func (in *instance) callExpression(program *goja.Program) goja.Value {
	f, err := in.vm.RunProgram(program)
	must(err)
	s := &in.evaluations
	if s.object == nil {
		s.object = in.vm.NewDynamicObject(&s.scope)
		must(s.object.SetPrototype(nil))
	}
	return in.call(f, in.modules.main.object.Get("exports"), s.object)
}

var promiseType = reflect.TypeFor[*goja.Promise]()

func promiseOf(v goja.Value) (*goja.Promise, bool) {
	o, ok := v.(*goja.Object)
	if !ok || o.ExportType() != promiseType { // exporting another one may run its code
		return nil, false
	}
	p, ok := o.Export().(*goja.Promise)
	return p, ok
}

// shown is a value as text. Of a long string no more is converted than goes into it.
func (in *instance) shown(v goja.Value) (r lang.Evaluation) {
	text := ""
	if s, ok := v.(goja.String); ok {
		n := s.Length()
		r.Truncated = n > lang.MaxEvaluation
		text = valid(s.Substring(0, min(n, lang.MaxEvaluation)).String())
	} else {
		text = in.text(v)
	}
	r.Value = cut(text, lang.MaxEvaluation)
	r.Truncated = r.Truncated || len(r.Value) < len(text)
	return r
}

// thrownText is what was thrown, with its stack.
func (in *instance) thrownText(v goja.Value, frames []frame) string {
	text := in.text(v)
	if !isError(v) {
		text = "Uncaught " + text + stackText(frames)
	}
	return clip(text, maxText)
}

func syntaxText(err error) string {
	var s *SyntaxError
	if errors.As(err, &s) {
		return clip(fmt.Sprintf("SyntaxError: %s\n    at %s:%d:%d", valid(s.Message), ExpressionFile, s.Line, s.Column), maxText)
	}
	return "Error: " + clip(valid(err.Error()), maxText)
}

// cut returns as much of valid text as fits into n bytes.
func cut(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && text[n]&0xc0 == 0x80 {
		n--
	}
	return text[:n]
}
