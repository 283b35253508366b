package py

// builtinFunctions are the functions of the module builtins, made once.
var builtinFunctions = []struct {
	name, signature string
	fn              GoFunc
}{
	{"print", "*args, sep=, end=, file=, flush=", builtinPrint},
	{"repr", "obj, /", builtinRepr},
	{"ascii", "obj, /", builtinASCII},
	{"hash", "obj, /", builtinHash},
	{"chr", "i, /", builtinChr},
	{"ord", "c, /", builtinOrd},
	{"bin", "number, /", builtinBin},
	{"oct", "number, /", builtinOct},
	{"hex", "number, /", builtinHex},
	{"input", "prompt=, /", builtinInput},
	{"callable", "obj, /", builtinCallable},
	{"globals", "", builtinGlobals},
	{"locals", "", builtinLocals},
	{"eval", "source, globals=, locals=, /", builtinEval},
	{"exec", "source, globals=, locals=, /, *, closure=", builtinExec},
	{"compile", "source, filename, mode, flags=, dont_inherit=, optimize=, *, _feature_version=", builtinCompile},
	{"__import__", "name, globals=, locals=, fromlist=, level=", builtinImport},
	{"abs", "x, /", func(t *Thread, a []Object) (Object, error) { return t.Abs(a[0]) }},
	{"divmod", "x, y, /", func(t *Thread, a []Object) (Object, error) { return t.Divmod(a[0], a[1]) }},
	{"pow", "base, exp, mod=", builtinPow},
	{"round", "number, ndigits=", func(t *Thread, a []Object) (Object, error) { return t.Round(a[0], a[1]) }},
	{"format", "value, format_spec=, /", builtinFormat},
	{"open", "file, mode=, buffering=, encoding=, errors=, newline=, closefd=, opener=", builtinOpen},
	{"aiter", "async_iterable, /", builtinAiter},
	{"anext", "async_iterator, default=, /", builtinANext},
	{"breakpoint", "*args, **kwargs", builtinBreakpoint},
	{"exit", "code=", builtinExit},
	{"quit", "code=", builtinExit},
}
