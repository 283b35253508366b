import inspect
P=inspect.Parameter
print(str(inspect.Parameter.POSITIONAL_ONLY), repr(inspect.Parameter.KEYWORD_ONLY), inspect.Parameter.VAR_KEYWORD.description)
for e in ['P("a b",P.KEYWORD_ONLY)','P(5,1)','P("a",9)','P("a",P.VAR_POSITIONAL,default=5)','P("class",1)','P("","x")', 'P("a",1,default=3,annotation=int)','repr(P("a",1,default=3,annotation=int))','inspect.signature(5)','inspect.signature(type)','inspect.signature(int)','inspect.signature(dict)','inspect.signature(str.join)','inspect.signature([].append)','inspect.Signature([P("a",1),P("a",1)])','inspect.Signature([P("a",3),P("b",1)])','inspect.Signature([P("a",1,default=1),P("b",1)])','inspect.signature(lambda a,b=2,*c,d,e=5,**f:0)','inspect.getfullargspec(lambda a,b=2,*c,d,e=5,**f:0)','inspect.getfullargspec(5)','inspect.getfullargspec(len)','inspect.signature(lambda a,/,b,*,c:0).bind(1,c=2)','inspect.signature(lambda a,/,b,*,c:0).bind(1,2)','inspect.signature(lambda a,/,b,*,c:0).bind(1,2,3,c=1)','inspect.signature(lambda a,/,b,*,c:0).bind(1,2,c=1,d=1)','inspect.signature(lambda a,/,b,*,c:0).bind(1,2,b=1,c=1)','inspect.signature(lambda a,/,b,*,c:0).bind(a=1,b=1,c=1)','inspect.signature(lambda a,/,b,*,c:0).bind(1,2,c=1)','inspect.getsource(5)','inspect.getsource(int)','inspect.getfile(int)','inspect.getmodule(int)','inspect.getfile(len)', 'inspect.signature(lambda a: 0).replace(return_annotation=int)','repr(inspect.signature(lambda: 0))','list(inspect.signature(P).parameters.keys())','inspect.getcallargs(lambda a,b=1:0, 5)','inspect.getcallargs(lambda a,b=1:0)','inspect.unwrap(5)','inspect.getattr_static(5,"x")','inspect.Parameter.empty,inspect._empty','inspect.signature(object)','inspect.signature(Exception)','inspect.FrameInfo._fields','inspect.Traceback._fields','inspect.signature(int.from_bytes)','inspect.signature(dict.get)','inspect.signature({}.get)','inspect.signature(range)','inspect.signature(len)']:
  try: print(e,'->', eval(e))
  except Exception as x: print(e, type(x).__name__, x)
import functools
def deco(f):
    @functools.wraps(f)
    def w(*a, **k): return f(*a, **k)
    return w
@deco
def f(a: int, b: "str" = 'x', *args: float, k=None, **kw) -> list[int]:
    """Doc.

        indented
      more
    """
    # comment
    return (a,
        b)  # end
    # trailing

# not part
class A:
    "A doc"
    x = 1
    def __init__(self, a, b=3): pass
    @property
    def p(self): "pdoc"; return 5
    @classmethod
    def c(cls, z): "cdoc"
    @staticmethod
    def s(q, /, r): pass
    def m(self, y):
        """mdoc"""
        def inner():
            return '''
x
'''
        return inner
    async def co(self): pass
    class In(object):
        y = 2
class B(A):
    def m(self, y): pass
print(inspect.signature(f), inspect.getdoc(f), inspect.getsource(f), sep="\n")
print(inspect.signature(A), inspect.signature(A.c), inspect.signature(A.s), inspect.signature(A().m), inspect.signature(A.m), inspect.signature(B))
print(inspect.getsource(A), inspect.getsource(A.m), inspect.getsource(A().m()), inspect.getsource(A.In), inspect.getsource(B.m))
print(inspect.getdoc(B.m), inspect.getdoc(A), inspect.getdoc(B), inspect.getdoc(A.p))
print([n for n,v in inspect.getmembers(A) if not n.startswith('__')], inspect.getmembers(A(), inspect.ismethod))
for fn in (f, A, A.m, A().m, A.c, A.s, len, [].append, str.join, A.p, A.__dict__['c'], lambda: 0, A.co, inspect, type, 5):
    print([n for n in dir(inspect) if n.startswith('is') and getattr(inspect,n)(fn)])
def gen(): yield 1
async def agen(): yield 1
g=gen()
print(inspect.getgeneratorstate(g)); next(g); print(inspect.getgeneratorstate(g)); list(g); print(inspect.getgeneratorstate(g))
co=A().co(); print(inspect.iscoroutine(co), inspect.isawaitable(co), inspect.getcoroutinestate(co)); co.close(); print(inspect.getcoroutinestate(co), inspect.isasyncgen(agen()), inspect.isasyncgenfunction(agen), inspect.isgenerator(g))
p=functools.partial(f, 1, k=2); print(inspect.signature(p), inspect.signature(functools.partial(lambda a,b,c:0, b=1)))
def where():
    fr=inspect.currentframe(); st=inspect.stack()
    print(fr.f_code.co_name, fr.f_lineno, [(s.function, s.lineno, s.code_context, s.index) for s in st])
    print(inspect.getframeinfo(fr), fr)if 0 else print(inspect.getframeinfo(fr))
where()
ba=inspect.signature(f).bind(1, k=3, z=4); print(ba, ba.args, ba.kwargs, ba.arguments); ba.apply_defaults(); print(ba, ba.args, ba.kwargs)
print(inspect.getmro(B), inspect.getmodule(f), inspect.getmodule(A), inspect.cleandoc("  a\n    b\n      c\n"), inspect.isabstract(A))
def outer():
    v=1
    def q(): return v, len, zzz, f
    return q
print(inspect.getclosurevars(outer()).nonlocals, inspect.getclosurevars(outer()).unbound)
class C:
    def __call__(self, a, b): pass
class M(type):
    def __call__(cls, x): return 5
class N(metaclass=M): pass
print(inspect.signature(C()), inspect.signature(N), inspect.get_annotations(f), inspect.get_annotations(f, eval_str=True))
class D:
    def __new__(cls, a, *b): return object.__new__(cls)
print(inspect.signature(D), inspect.signature(f)==inspect.signature(f), hash(inspect.signature(C()))==hash(inspect.signature(C())))
lam = lambda x: x + 1
print(inspect.getsource(lam), inspect.getsourcelines(A.s), inspect.getsourcefile(f), inspect.getcomments(A))
try: 1/0
except ZeroDivisionError: print([t.function for t in inspect.trace()])
from dataclasses import dataclass
@dataclass
class DC:
    a: int
    b: str = 'q'
print(inspect.signature(DC), inspect.getsource(DC))
