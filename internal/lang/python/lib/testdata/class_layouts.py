# Whose class an object may be given, and which of them have weak references, where several bases have a say.
import weakref

class P: pass
class Q(P): pass
class N(int): pass
class M(int): pass
class NP(N, P): pass
class PN(P, N): pass
class PPN(P, int): pass
class QN(Q, N): pass
class S(N): __slots__=()
class T: __slots__=('a',)
class U(T): pass
class V(T): __slots__=('b',)
class V2(T): __slots__=('b',)
class V3(T): __slots__=('c',)
class PT(P, T): pass
class TP(T, P): pass
class E0: __slots__=()
class EP(E0, P): pass
class PE(P, E0): pass
class NE(N, E0): pass
class L(list): pass
class L2(L): pass
class PL(P, list): pass
class PL2(P, L): pass
cs=[P,Q,N,M,NP,PN,PPN,QN,S,T,U,V,V2,V3,PT,TP,E0,EP,PE,NE,L,L2,PL,PL2]
for a in cs:
    r=[]
    for b in cs:
        o=a()
        try: o.__class__=b; r.append(b.__name__)
        except TypeError as e: assert 'layout' in str(e), e
    print(a.__name__, a.__base__.__name__, r)

class P: pass
class N(int): pass
class NP(N,P): pass
class PN(P,N): pass
class PI(P,int): pass
class PT(P,tuple): pass
class L(list): pass
class LP(L,P): pass
class SP(P): __slots__=()
class SN: __slots__=()
class SNP(SN,P): __slots__=()
for c in (P,N,NP,PN,PI,PT,L,LP,SP,SN,SNP):
    try: weakref.ref(c()); print(c.__name__,'ok', '__weakref__' in c.__dict__, hasattr(c,'__weakref__'), c.__weakrefoffset__!=0)
    except TypeError as e: print(c.__name__, e, '__weakref__' in c.__dict__, hasattr(c,'__weakref__'), c.__weakrefoffset__!=0)
