"""Every built-in function has a docstring, and those that tell their signature tell CPython's."""
import builtins
import inspect

for name, f in sorted(vars(builtins).items()):
    if not callable(f) or isinstance(f, type) or name in ("exit", "quit", "help", "copyright", "credits", "license", "anext"):
        continue
    try:
        signature = str(inspect.signature(f))
    except ValueError as e:
        signature = str(e)
    text = f.__text_signature__
    print(name, signature, text and " ".join(text.split()), bool(f.__doc__ and f.__doc__.strip()))
