import pyclbr, os
open("src_x.py", "w").write("""import collections
from other_x import Base2, helper
class Base:
    'doc'
    def a(self): pass
    class In:
        def b(self): pass
class Sub(Base, Base2, collections.OrderedDict):
    async def c(self):
        def inner(): pass
def f(): pass
async def g():
    pass
""")
open("other_x.py", "w").write("class Base2: pass\ndef helper():\n    pass\n")
def show(x, ind=""):
    print(ind, type(x).__name__, x.module, x.name, os.path.basename(x.file), x.lineno, x.end_lineno, x.parent and x.parent.name,
        getattr(x, "is_async", None), [getattr(s, "name", s) for s in getattr(x, "super", [])], getattr(x, "methods", None))
    for c in x.children.values(): show(c, ind + "  ")
for n, x in sorted(pyclbr.readmodule_ex("src_x", ["."]).items()): show(x)
print(sorted(pyclbr.readmodule("src_x")))
try: pyclbr.readmodule("nope_x")
except ImportError as e: print(type(e).__name__, e)
