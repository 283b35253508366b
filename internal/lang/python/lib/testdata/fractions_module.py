from fractions import Fraction as F
import math
def e(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except Exception as x: print(type(x).__module__,type(x).__name__,x)
for a in [(),(3,),(6,-4),('1/3',),('-1.25e-3',),(' 7/9 ',),('1_000.5',),('.5',),('5.',),('x',),('1/0',),(1,0),(0.1,),(1.5,2),(F(1,2),F(3,4)),(True,),('1 / 2',),(float('nan'),),(float('inf'),),(None,),('1e3',),('',),([],),(1,'2')]: e(F,*a)
xs=[F(1,3),F(-7,2),F(0),F(5),2,-3,0.5,1+2j,True]
import operator as o
for op in (o.add,o.sub,o.mul,o.truediv,o.floordiv,o.mod,divmod,o.pow,o.lt,o.eq,o.ge):
    for x in xs[:4]:
        for y in xs: e(op,x,y); e(op,y,x)
for x in xs[:4]: print(str(x),hash(x),hash(-x),float(x),int(x),round(x),round(x,1),round(x,-1),math.floor(x),math.ceil(x),math.trunc(x),bool(x),abs(x),-x,+x,x.as_integer_ratio(),x.numerator,x.denominator,x.real,x.imag,x.conjugate(),complex(x))
print(F(math.pi).limit_denominator(100),F('3.1415926535897932').limit_denominator(1000),hash(F(1,2))==hash(0.5),F(1,2)==0.5,F(1,2)=='a',F(1,2) in {0.5},sum([F(1,3)]*3),sorted([F(1,2),F(1,3)]),F(5,2)+'a' if 0 else 1)
e(lambda:F(1)+'a'); e(lambda:F(1)<'a'); e(lambda:F(1)/0); e(F.from_float,1.25); e(F.from_float,'a'); e(F(1).limit_denominator,0); e(lambda: f'{F(1,2)}'); e(lambda: f'{F(1,2):>5}'); e(F,1,_normalize=False); e(lambda: F(0)**-1); e(lambda: 2**F(1,2)); e(lambda:F(-8)**F(1,3)); e(lambda:F(1,2)**0.5); e(hash,F(1,(1<<61)-1)); e(lambda: F(1,2)!=F(1,2)); e(lambda: F(1)%0)
class S(F): pass
e(S,1,2); e(lambda:S(1,2)+1); import copy; e(copy.copy,S(1,2)); e(copy.deepcopy,F(1,2)); 
e(math.fsum,[F(1,2)]); e(math.gcd,4,2); e(isinstance,F(1),int); e(lambda: max(F(1,2),0.3)); e(lambda:round(F(5,2))); e(lambda:round(F(7,2)))
