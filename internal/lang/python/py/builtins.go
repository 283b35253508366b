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
	{"exit", "code=", builtinExit},
	{"quit", "code=", builtinExit},
}
