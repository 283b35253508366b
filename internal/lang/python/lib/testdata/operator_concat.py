# What operator.concat joins, and what it says where it does not.
import operator
class L(list): pass
class A:
    def __getitem__(self,i): return [1,2][i]
class Ad(A):
    def __add__(self,o): return 'added'
class Ra(A):
    def __radd__(self,o): return 'radded'
class N:
    def __add__(self,o): return 'n'
class Rx:
    def __radd__(self,o): return 'rx'
vals=lambda:[[1],(1,),'a',b'a',bytearray(b'a'),range(3),A(),Ad(),Ra(),N(),Rx(),1,None,{1:2},{1},L([1])]
for f in (operator.concat,operator.iconcat):
  for a in vals():
    for b in vals():
        try: r=f(type(a)(a) if isinstance(a,(list,bytearray)) else a,b)
        except Exception as e: r=(type(e).__name__,e)
        print(f.__name__,type(a).__name__,type(b).__name__,r)
