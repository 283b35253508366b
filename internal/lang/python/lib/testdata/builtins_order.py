# The order of builtins, and import_module of what is no name.
import builtins
import importlib

names = [n for n in vars(builtins) if n not in ("__doc__", "__package__", "__loader__", "__spec__")]
print(names[:names.index("open") + 1])

for name in (None, 1, b"os"):
    try:
        importlib.import_module(name)
    except Exception as e:
        print(type(e).__name__, e)
