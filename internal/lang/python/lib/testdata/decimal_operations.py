from decimal import *
import math, decimal
from fractions import Fraction
seed=[99]
def rnd(n):
    seed[0]=(seed[0]*6364136223846793005+1442695040888963407)%(1<<64)
    return (seed[0]>>33)%n
def num():
    k=rnd(20)
    if k==0: return Decimal(['0','-0','0E3','1','-1','Infinity','-Infinity','NaN','sNaN','NaN12','1.000','10','100','0.1','1E+5','0E-5','5','-2','0.5','1E-400'][rnd(20)])
    d=''.join(str(rnd(10)) for _ in range(1+rnd(12)))
    return Decimal(('-' if rnd(3)==0 else '')+d+'E'+str(rnd(40)-25 if rnd(4) else 0))
def show(f,*a,**k):
    c=getcontext(); c.clear_flags()
    try: r=repr(f(*a,**k))
    except Exception as x: r=type(x).__name__+str(x)
    return r+' '+str(c).split('flags=')[1]
ops1=['exp','ln','log10','sqrt','logb','normalize','next_minus','next_plus','to_integral_exact','to_integral_value','number_class','as_tuple','adjusted','to_eng_string','copy_abs','copy_negate','is_normal','is_subnormal','is_signed','as_integer_ratio','logical_invert','__hash__','__int__','__float__','__round__','__floor__','__ceil__','__str__','__neg__','__pos__','__abs__','__bool__']
ops2=['compare','compare_signal','compare_total','compare_total_mag','copy_sign','max','max_mag','min','min_mag','next_toward','quantize','remainder_near','rotate','shift','scaleb','same_quantum','logical_and','logical_or','logical_xor','__add__','__sub__','__mul__','__truediv__','__floordiv__','__mod__','__divmod__','__pow__','__lt__','__eq__','__ne__','__ge__','__rsub__','__rtruediv__']
R=[ROUND_CEILING,ROUND_FLOOR,ROUND_UP,ROUND_DOWN,ROUND_HALF_UP,ROUND_HALF_DOWN,ROUND_HALF_EVEN,ROUND_05UP]
ctxs=[Context(traps=[]),Context(prec=5,traps=[]),Context(prec=9,Emin=-20,Emax=20,traps=[]),Context(prec=3,Emin=-5,Emax=5,clamp=1,traps=[],capitals=0),Context(prec=28),Context(prec=16,traps=[Inexact])]
for i in range(60):
    c=ctxs[rnd(len(ctxs))]; c.rounding=R[rnd(8)]; setcontext(c)
    a,b=num(),num()
    if rnd(3)==0: b=Decimal(rnd(7)-3)
    if rnd(20)==0: a=b
    o=ops1[rnd(len(ops1))]; p=ops2[rnd(len(ops2))]
    if not (o=='__hash__' and a.is_qnan()): print(o,repr(a),show(getattr(a,o)))
    print(p,repr(a),repr(b),c.prec,c.rounding,show(getattr(a,p),b))
    print('fma',repr(a),repr(b),show(a.fma,b,num()))
    pass
    fmt=['','f','.2f','e','.3e','g','.4g','%','.1%','+.2f','010.2f',',.2f','>20','*^20.3f','=+12','E','G','.0f','08,.1f','n','.10','<15e','z.1f',' g','020,f','.0e','1,','05%','_^9'][rnd(29)]
    print('fmt',fmt,repr(a),show(format,a,fmt))
    s=str(rnd(10000))+'.'*rnd(2)+str(rnd(1000))
    print(show(Context(prec=4,traps=[]).create_decimal,s),show(round,a,rnd(5)-2),show(lambda:a==rnd(10)/4),show(lambda:a<Fraction(rnd(10),3)), show(lambda:a+rnd(9)),show(lambda:rnd(9)-a), show(Decimal,rnd(1000)/7), show(Decimal.from_float,rnd(1000)/8))
