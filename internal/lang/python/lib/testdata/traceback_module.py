import traceback, sys
def a(x): return b(x) + 1
def b(x): return 1/x
def rec(n): return rec(n-1) if n else 1/0
def show(e):
    print("".join(traceback.format_exception(e)))
    print(traceback.format_exception_only(e))
    print("".join(traceback.TracebackException.from_exception(e).format()))
try: a(0)
except Exception as e:
    show(e); print(traceback.format_exc()); traceback.print_exc(file=sys.stdout); print(traceback.format_tb(e.__traceback__)); traceback.print_tb(e.__traceback__, file=sys.stdout); traceback.print_tb(e.__traceback__, limit=1, file=sys.stdout);traceback.print_tb(e.__traceback__, limit=-1, file=sys.stdout)
    s = traceback.extract_tb(e.__traceback__); print(s, s[0].name, s[0].lineno, s[0].line, tuple(s[-1]), s[0].colno, s[0].end_colno); print(s.format())
    print(traceback.format_exception(type(e), e, e.__traceback__))
try: rec(50)
except Exception as e: show(e)
try:
    try: a(0)
    except Exception as x: raise ValueError("bad") from x
except Exception as e: show(e); print("".join(traceback.format_exception(e, chain=False)))
try:
    try: a(0)
    except Exception as x: {}['k']
except Exception as e: show(e)
try:
    try: a(0)
    except Exception as x: raise KeyError("q") from None
except Exception as e: show(e)
try: compile("x = = 1", "f.py", "exec")
except Exception as e: show(e)
try: compile("  if x\n", "f.py", "exec")
except Exception as e: show(e)
class E(Exception): pass
try: raise E("a\nb")
except Exception as e:
    e.add_note("note 1\nn2"); show(e)
try: raise ExceptionGroup("eg", [ValueError(1), ExceptionGroup("in", [TypeError("t"), E()])])
except Exception as e: show(e)
try: prnt
except NameError as e: show(e)
try: [].appnd
except AttributeError as e: show(e)
def st():
    print(traceback.format_stack()); traceback.print_stack(file=sys.stdout); print(traceback.extract_stack()[-1].name)
    print([f.f_code.co_name for f, l in traceback.walk_stack(None)])
st()
print(traceback.format_list([("f.py", 3, "nm", "code")]))
print(traceback.format_exc(), traceback.format_exception(None, None, None), traceback.format_exception_only(None, None))
try: traceback.format_exception(5)
except Exception as e: print(type(e), e)
print(traceback.FrameSummary("f", 1, "n", line="x") == ("f", 1, "n", "x"), repr(traceback.FrameSummary("f", 1, "n", line="x")))
try: a(0)
except Exception:
    et, ev, tb = sys.exc_info(); traceback.print_exception(et, ev, tb, file=sys.stdout); traceback.print_exception(ev, limit=1, file=sys.stdout)
te = traceback.TracebackException.from_exception(ev, capture_locals=False)
print(te.exc_type, str(te), te.stack[0].name, list(te.format_exception_only()))
