# Modules code and codeop.
import code, codeop, sys
for s in ["x=1","x=","x=(","x=(1,\n","if 1:","if 1:\n  x","if 1:\n  x\n","for i in x:\n  y\nelse:","'''a","'abc","def f():","def f():\n  return 1","def f():\n  return 1\n","@d","@d\n","class A:\n  def f(self):\n    pass","class A:\n  def f(self):\n    pass\n","1+","1 1","a b","x = 1 +\\","","#c","  ","pass","import","try:\n  x\n","try:\n  x\nexcept:\n  y\n","[1,2","{","}","lambda:","print(1)","x=1\n","return","if x\n","while 1: pass","while 1: pass\n","a = [\n1,","async def f():\n  await x","match x:","match x:\n case 1:\n  y\n","with a: b","  x","x\n  y","if 1:\n  x\nelse","f'{x","f'{x}'", "0777", "1__0","\"abc","x = '''abc\n","print '1'","def f(:","if True:\n    if False:\n        x = 1\n"]:
    try:
        r = codeop.compile_command(s)
        print(repr(s), 'code' if r else r)
    except Exception as e: print(repr(s), type(e).__name__)
c = code.InteractiveConsole()
sys.stderr=sys.stdout
for l in ["x = 5","x","if x:","    print('yes')","","1/0","def f(a):","    return a*2","","f(4)","foo bar","(1,","2)","class A:","    def g(self): return 1","","A().g()", "raise SystemError('q')","import math; math.sqrt(-1)"]:
    print('>', l, c.push(l))
i = code.InteractiveInterpreter({'a': 1})
print(i.runsource("a+1"), i.runsource("b = 2; b"), i.runsource("if a:"))
lines = iter(["z = 3", "z", "1/0"])
def read(p):
    print(repr(p), end=' ')
    try: return next(lines)
    except StopIteration: raise EOFError
code.interact("hello", read, {}, "bye")
import __future__ as f
for n in f.all_feature_names: print(n, getattr(f,n))
