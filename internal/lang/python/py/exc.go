package py

import (
	"fmt"

	"github.com/elide-dev/elided/internal/lang/python/code"
)

// An Exc is an exception. As a Go error it is one that was raised.
type Exc struct {
	class    *Class
	Args     *Tuple
	dict     *Dict  // attributes; nil is none yet
	Cause    Object // nil is none; None is what "from None" sets
	Context  *Exc
	Suppress bool
	TB       *Traceback
	// Fields are what a built-in class's exceptions have beside: value of a
	// StopIteration, code of a SystemExit, errno, strerror and filename of an OSError, name
	// and obj of a NameError or AttributeError, exceptions of a group, and so on.
	Fields map[string]Object
	slots  members // the values of a program's class's __slots__
}

// Class returns its class.
func (e *Exc) Class() *Class { return e.class }

// Error is one line: "ValueError: text".
func (e *Exc) Error() string {
	if len(e.Args.Items) == 0 {
		return e.class.Name
	}
	if s, ok := e.Args.Items[0].(*Str); ok {
		return e.class.Name + ": " + s.s
	}
	return e.class.Name
}

// A Traceback is one frame that an exception has passed, and those that it came from.
type Traceback struct {
	Next    *Traceback // towards where it was raised
	Code    *code.Code
	PC      int
	Place   code.Place
	globals *Dict
	last    *lastVars // the frame's; nil where there are none, or they are globals
}

// lastVars are a frame's variables as it was left.
type lastVars struct {
	body  *Body
	names Object // the mapping of a class's body, in place of the others
	vars  []Object
}

// Class returns the class traceback.
func (*Traceback) Class() *Class { return TracebackClass }

// Raise returns an exception with a formatted message.
func Raise(c *Class, format string, args ...any) *Exc {
	text := format
	if len(args) > 0 {
		text = fmt.Sprintf(format, args...)
	}
	return NewExc(c, NewStr(text))
}

// NewExc returns an exception of a built-in class.
func NewExc(c *Class, args ...Object) *Exc {
	return &Exc{class: c, Args: NewTuple(args...)}
}

// With sets a field and returns e.
func (e *Exc) With(name string, v Object) *Exc {
	if e.Fields == nil {
		e.Fields = map[string]Object{}
	}
	e.Fields[name] = v
	return e
}

// Caught returns the exception that err is, when it is of a class.
func Caught(err error, c *Class) *Exc {
	if e, ok := err.(*Exc); ok && e.class.IsSubclass(c) {
		return e
	}
	return nil
}

// The exception classes.
var (
	BaseException             = newNative("BaseException")
	BaseExceptionGroup        = newNative("BaseExceptionGroup", BaseException)
	GeneratorExit             = newNative("GeneratorExit", BaseException)
	KeyboardInterrupt         = newNative("KeyboardInterrupt", BaseException)
	SystemExit                = newNative("SystemExit", BaseException)
	Exception                 = newNative("Exception", BaseException)
	ExceptionGroup            = newNative("ExceptionGroup", BaseExceptionGroup, Exception)
	StopIteration             = newNative("StopIteration", Exception)
	StopAsyncIteration        = newNative("StopAsyncIteration", Exception)
	ArithmeticError           = newNative("ArithmeticError", Exception)
	FloatingPointError        = newNative("FloatingPointError", ArithmeticError)
	OverflowError             = newNative("OverflowError", ArithmeticError)
	ZeroDivisionError         = newNative("ZeroDivisionError", ArithmeticError)
	AssertionError            = newNative("AssertionError", Exception)
	AttributeError            = newNative("AttributeError", Exception)
	BufferError               = newNative("BufferError", Exception)
	EOFError                  = newNative("EOFError", Exception)
	ImportError               = newNative("ImportError", Exception)
	ModuleNotFoundError       = newNative("ModuleNotFoundError", ImportError)
	LookupError               = newNative("LookupError", Exception)
	IndexError                = newNative("IndexError", LookupError)
	KeyError                  = newNative("KeyError", LookupError)
	MemoryError               = newNative("MemoryError", Exception)
	NameError                 = newNative("NameError", Exception)
	UnboundLocalError         = newNative("UnboundLocalError", NameError)
	OSError                   = newNative("OSError", Exception)
	BlockingIOError           = newNative("BlockingIOError", OSError)
	ChildProcessError         = newNative("ChildProcessError", OSError)
	ConnectionError           = newNative("ConnectionError", OSError)
	BrokenPipeError           = newNative("BrokenPipeError", ConnectionError)
	ConnectionAbortedError    = newNative("ConnectionAbortedError", ConnectionError)
	ConnectionRefusedError    = newNative("ConnectionRefusedError", ConnectionError)
	ConnectionResetError      = newNative("ConnectionResetError", ConnectionError)
	FileExistsError           = newNative("FileExistsError", OSError)
	FileNotFoundError         = newNative("FileNotFoundError", OSError)
	InterruptedError          = newNative("InterruptedError", OSError)
	IsADirectoryError         = newNative("IsADirectoryError", OSError)
	NotADirectoryError        = newNative("NotADirectoryError", OSError)
	PermissionError           = newNative("PermissionError", OSError)
	ProcessLookupError        = newNative("ProcessLookupError", OSError)
	TimeoutError              = newNative("TimeoutError", OSError)
	ReferenceError            = newNative("ReferenceError", Exception)
	RuntimeError              = newNative("RuntimeError", Exception)
	NotImplementedError       = newNative("NotImplementedError", RuntimeError)
	RecursionError            = newNative("RecursionError", RuntimeError)
	SyntaxError               = newNative("SyntaxError", Exception)
	IndentationError          = newNative("IndentationError", SyntaxError)
	TabError                  = newNative("TabError", IndentationError)
	SystemError               = newNative("SystemError", Exception)
	TypeError                 = newNative("TypeError", Exception)
	ValueError                = newNative("ValueError", Exception)
	UnicodeError              = newNative("UnicodeError", ValueError)
	UnicodeDecodeError        = newNative("UnicodeDecodeError", UnicodeError)
	UnicodeEncodeError        = newNative("UnicodeEncodeError", UnicodeError)
	UnicodeTranslateError     = newNative("UnicodeTranslateError", UnicodeError)
	Warning                   = newNative("Warning", Exception)
	BytesWarning              = newNative("BytesWarning", Warning)
	DeprecationWarning        = newNative("DeprecationWarning", Warning)
	EncodingWarning           = newNative("EncodingWarning", Warning)
	FutureWarning             = newNative("FutureWarning", Warning)
	ImportWarning             = newNative("ImportWarning", Warning)
	PendingDeprecationWarning = newNative("PendingDeprecationWarning", Warning)
	ResourceWarning           = newNative("ResourceWarning", Warning)
	RuntimeWarning            = newNative("RuntimeWarning", Warning)
	SyntaxWarning             = newNative("SyntaxWarning", Warning)
	UnicodeWarning            = newNative("UnicodeWarning", Warning)
	UserWarning               = newNative("UserWarning", Warning)
)
