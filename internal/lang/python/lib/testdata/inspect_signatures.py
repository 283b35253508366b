# The signatures of the built-in functions and classes.
import builtins,inspect
for n in sorted(dir(builtins)):
    f=getattr(builtins,n)
    if callable(f) and n[0].islower() and n not in ('exit', 'quit', 'copyright', 'credits', 'license', 'help'):
        try: s=str(inspect.signature(f))
        except Exception as e: s=None
        print(repr(n),':',repr(s))
