package fuzz

// managers leaves blocks of the managers of contextlib in all ways.
func (g *generator) managers() {
	g.line("from contextlib import *")
	g.line("log = []")
	g.line("@contextmanager\ndef cm(n, swallow=False):\n    log.append(('in', n))\n    try: yield n\n    except ValueError as e:\n        log.append(repr(e))\n        if not swallow: raise\n    finally: log.append(('out', n))")
	g.line("@contextmanager\ndef odd(n):\n    %s", pick(g, "yield n; yield n", "return; yield", "yield n", "try: yield n\n    except Exception as e: raise KeyError(n) from e", "try: yield\n    except: pass", "raise TypeError(n); yield", "try: yield n\n    finally: return"))
	g.line("class Closer:\n    def close(self): log.append('closed')\n    def __enter__(self): return self\n    def __exit__(self, *a): log.append(a[0]); return %s", pick(g, "True", "False", "1 // 0", "None"))
	managers := []string{"cm(1)", "cm(2, True)", "odd(3)", "closing(Closer())", "suppress(ValueError)", "suppress(KeyError, ZeroDivisionError)", "nullcontext(5)", "Closer()", "ExitStack()", "redirect_stdout(io.StringIO())", "cm('x')"}
	leaves := []string{"raise ValueError('v')", "raise KeyError('k')", "1 // 0", "return x", "pass", "log.append(x)", "break", "continue", "x.enter_context(cm(7)); raise ValueError(1)", "x.callback(log.append, 'called')", "x.push(lambda *a: log.append(a[0]) or True); raise KeyError(2)", "print('printed')", "raise StopIteration", "x.pop_all().close()", "raise RuntimeError('r') from KeyError(3)", "yield_ = x"}
	g.line("import io")
	for range 3 + g.IntN(4) {
		f := g.name("use")
		g.block(func() {
			g.line("for i in range(2):")
			g.indent++
			for range 1 + g.IntN(3) {
				g.line("with %s as x%s:", pick(g, managers...), pick(g, "", "", ", "+pick(g, managers...)+" as y"))
				g.indent++
			}
			for range 1 + g.IntN(2) {
				g.line("%s", pick(g, leaves...))
			}
			g.indent = 1
			g.line("return 'end'")
		}, "def %s():", f)
		g.line("try: print(type(r) if not isinstance(r := %s(), (str, int)) else r)", f)
		g.line("except BaseException as e: print(repr(e), repr(e.__cause__), repr(e.__context__))")
		g.line("print(log); log.clear()")
	}
}
