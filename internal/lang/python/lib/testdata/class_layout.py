def t(o, c):
    try: o.__class__ = c; print('ok', type(o).__name__)
    except BaseException as e: print(type(e).__name__, e)
class A: pass
class B: pass
class C(A): pass
class S1: __slots__ = ('a',)
class S2: __slots__ = ('a',)
class S3: __slots__ = ('b',)
class S4: __slots__ = ('a','b')
class S5(S1): __slots__ = ()
class S6(S1): pass
class S7(S2): __slots__ = ('c',)
class S8(S1): __slots__ = ('c',)
class S9: __slots__ = ('a', '__dict__')
class S10: __slots__ = ('__weakref__',)
class S11: __slots__ = ()
class S12: __slots__ = ('b', 'a')
class D(dict): pass
class D2(dict): pass
class L(list): pass
class I(int): pass
class I2(int): pass
class SI(int): __slots__ = ()
class E1(Exception): pass
class E2(ValueError): pass
class E3(OSError): pass
class E4(Exception): __slots__ = ()
class M(type): pass
class M1(metaclass=M): pass
class T(tuple): pass
class T2(tuple): __slots__=()
import collections
N = collections.namedtuple('N', 'x y')
O = collections.OrderedDict
class OD(O): pass
class AS(A): __slots__ = ('z',)
class AD(A): __slots__ = ()
class DS(D): __slots__ = ()
class F(float): pass
class St(str): pass
class By(bytes): pass
class Se(set): pass
class Fs(frozenset): pass
import types
class Mod(types.ModuleType): pass
cs = [A,B,C,S1,S2,S3,S4,S5,S6,S7,S8,S9,S10,S11,S12,D,D2,L,I,I2,SI,E1,E2,E4,M1,T,T2,AS,AD,DS,F,St,By,Se,Fs,OD,int,object,dict,list,Exception,ValueError,str,N,O, Mod, E3]
def outcome(o, c):
    try:
        o.__class__ = c
    except TypeError as e:
        return "d" if "differs" in str(e) else "i"
    return "." if type(o) is c else "?"


for a in cs:
    if a is Mod:
        continue
    row = ""
    for b in cs:
        try:
            o = a(1, 2) if a is N else a()
        except TypeError:
            o = a([1])
        row += outcome(o, b)
    print(row, a.__name__)
t(S1(), S3)
t(A(), O)
t(A(), 5)
t(A(), None)
t(5, A)
t([], A)
t(A, M); t(A, type); t(M1, type)
t(types.ModuleType('x'), Mod); t(Mod('x'), types.ModuleType); t(Mod('x'), A)
t(lambda: 0, A)
t(None, A)
import sys
t(sys, Mod); print(type(sys))
