package py

// noSignature stands for one that isn't told.
const noSignature = "\x00"

// builtinDocs are the __doc__ of the functions of module builtins, and what their
// __text_signature__ has after "$module, ": "" where they have none.
var builtinDocs = []struct{ name, signature, doc string }{
	{"__build_class__", "", "Makes the class of a class statement."},
	{"__import__", "/, name, globals=None, locals=None, fromlist=(), level=0", "Imports a module, as the import statement does. importlib.import_module is for programs."},
	{"abs", "x, /", "The absolute value of a number."},
	{"aiter", "async_iterable, /", "An asynchronous iterator over an asynchronous iterable."},
	{"all", "iterable, /", "Whether every item is true; of no items, True."},
	{"anext", "aiterator, default=<unrepresentable>, /", "Awaits the next item of an asynchronous iterator; at its end, the default where there is one."},
	{"any", "iterable, /", "Whether at least one item is true; of no items, False."},
	{"ascii", "obj, /", "The repr of an object with escapes for what isn't ASCII."},
	{"bin", "number, /", "An integer in binary digits, after 0b."},
	{"breakpoint", "", "Calls sys.breakpointhook() with the same arguments."},
	{"callable", "obj, /", "Whether an object can be called."},
	{"chr", "i, /", "The character of a code point."},
	{"compile", "/, source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1", "Compiles source to code that exec() and eval() run. The mode is 'exec', 'eval' or 'single'."},
	{"delattr", "obj, name, /", "Deletes an attribute by its name: delattr(x, 'y') is del x.y."},
	{"dir", "", "The names of an object's attributes, sorted; without an argument, those of the current scope."},
	{"divmod", "x, y, /", "The pair (x // y, x % y)."},
	{"eval", "source, globals=None, locals=None, /", "The value of an expression, given as a text or as code."},
	{"exec", "source, globals=None, locals=None, /, *, closure=None", "Runs statements, given as a text or as code."},
	{"exit", "code=None", "Ends the program with SystemExit."},
	{"format", "value, format_spec='', /", "A value as a text, as the format specification says: value.__format__(format_spec)."},
	{"getattr", "", "An attribute by its name: getattr(x, 'y') is x.y. A third argument is the value where there is none."},
	{"globals", "/", "The names of the current module with their values, as a dict that can be changed."},
	{"hasattr", "obj, name, /", "Whether an object has an attribute of that name."},
	{"hash", "obj, /", "The hash of an object: equal objects have the same."},
	{"hex", "number, /", "An integer in hexadecimal digits, after 0x."},
	{"id", "obj, /", "A number that is the object's, and no other's."},
	{"input", "prompt='', /", "Writes the prompt and reads a line from standard input, without its end. At the end of the input, an EOFError."},
	{"isinstance", "obj, class_or_tuple, /", "Whether an object is an instance of a class, or of one of several."},
	{"issubclass", "cls, class_or_tuple, /", "Whether a class is derived from another, or from one of several."},
	{"iter", "", "An iterator over an object; of a function and a sentinel, one that calls the function until that comes."},
	{"len", "obj, /", "How many items there are in a container."},
	{"locals", "/", "The names of the current scope with their values."},
	{"max", "", "The largest item of an iterable, or the largest argument. key is a function that what is compared comes from, default the result where there is no item."},
	{"min", "", "The smallest item of an iterable, or the smallest argument. key is a function that what is compared comes from, default the result where there is no item."},
	{"next", "", "The next item of an iterator. At its end, the default where there is one, and otherwise StopIteration."},
	{"oct", "number, /", "An integer in octal digits, after 0o."},
	{"open", "/, file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None", "Opens a file. The mode is of 'r', 'w', 'a' or 'x', with '+' for both ways and 'b' for bytes."},
	{"ord", "c, /", "The code point of a character."},
	{"pow", "/, base, exp, mod=None", "base ** exp; with three arguments base ** exp % mod, of large integers quickly."},
	{"print", "/, *args, sep=' ', end='\\n', file=None, flush=False", "Writes its arguments with sep between them and end after them, to standard output or to file."},
	{"quit", "code=None", "Ends the program with SystemExit."},
	{"repr", "obj, /", "An object as a text for programmers: often an expression that makes it."},
	{"round", "/, number, ndigits=None", "A number rounded to ndigits decimal places, half to even; without ndigits, to an integer."},
	{"setattr", "obj, name, value, /", "Sets an attribute by its name: setattr(x, 'y', v) is x.y = v."},
	{"sorted", "iterable, /, *, key=None, reverse=False", "A new list of the items in ascending order; equal ones keep theirs. key is a function that what is compared comes from."},
	{"sum", "iterable, /, start=0", "The sum of start and the items, which are numbers."},
	{"vars", "", "An object's __dict__; without an argument, locals()."},
}

// documentBuiltins gives the functions in d what is above.
func documentBuiltins(d *Dict) {
	for _, f := range builtinDocs {
		b, ok := d.GetStr(f.name).(*Builtin)
		if !ok {
			continue
		}
		b.Doc = f.doc
		switch {
		case b.sig == nil:
		case f.signature == "":
			b.sig.text = noSignature
		default:
			b.sig.text = "$module, " + f.signature
		}
	}
}
