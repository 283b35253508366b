package py

import "strings"

// builtinOrder is the order of the names in builtins, which shows: vars(builtins) has it,
// and of several names as near to a mistaken one the first is what an error suggests.
var builtinOrder = strings.Fields(`__name__ __doc__ __package__ __loader__ __spec__ __build_class__ __import__
	abs all any ascii bin breakpoint callable chr compile delattr dir divmod eval exec format getattr globals hasattr
	hash hex id input isinstance issubclass iter aiter len locals max min next anext oct ord pow print repr round
	setattr sorted sum vars None Ellipsis NotImplemented False True
	bool memoryview bytearray bytes classmethod complex dict enumerate filter float frozenset property int list map
	object range reversed set slice staticmethod str super tuple type zip __debug__
	BaseException BaseExceptionGroup Exception GeneratorExit KeyboardInterrupt SystemExit
	ArithmeticError AssertionError AttributeError BufferError EOFError ImportError LookupError MemoryError NameError
	OSError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError TypeError ValueError
	Warning FloatingPointError OverflowError ZeroDivisionError BytesWarning DeprecationWarning EncodingWarning
	FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning
	UserWarning BlockingIOError ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError
	IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError IndentationError IndexError
	KeyError ModuleNotFoundError NotImplementedError RecursionError UnboundLocalError UnicodeError BrokenPipeError
	ConnectionAbortedError ConnectionRefusedError ConnectionResetError TabError UnicodeDecodeError UnicodeEncodeError
	UnicodeTranslateError ExceptionGroup EnvironmentError IOError open quit exit`)

// inBuiltinOrder has what d has, in that order; names that it doesn't know come last.
func inBuiltinOrder(d *Dict) *Dict {
	ordered := NewDict()
	for _, name := range builtinOrder {
		if v := d.GetStr(name); v != nil {
			ordered.SetStr(name, v)
		}
	}
	for i := range d.entries {
		if name, ok := d.entries[i].key.(*Str); ok && ordered.GetStr(name.s) == nil {
			ordered.setStr(name, d.entries[i].value)
		}
	}
	return ordered
}
