# attack: globals of the engine's functions, by frames, tracebacks and code objects
# expect: exited
# output: none
import sys
found = []
def frames(f):
    while f is not None:
        yield f
        f = f.f_back
try:
    1 / 0
except ZeroDivisionError as e:
    for f in frames(e.__traceback__.tb_frame):
        if f.f_globals is not globals():
            found.append(f)
for f in (print, len, open, sys.exit, [].append):
    for name in ("__globals__", "__code__", "__closure__", "func_globals"):
        if hasattr(f, name):
            found.append(name)
print(found or "none")
