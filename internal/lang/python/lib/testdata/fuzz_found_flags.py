from enum import *
def f(**k):
    for base in Flag, IntFlag:
        try:
            E = base('E', k)
            print(base, k, list(E), len(E))
            for v in range(-3, 16):
                try: m = E(v); print(v, repr(m), m, list(m), len(m), repr(~m))
                except Exception as e: print(v, type(e).__name__, e)
        except Exception as e: print(base, k, type(e).__name__, e)
f(A=7, B=-1, C=7); f(A=1, B=2, C=4); f(A=4, B=2, C=1); f(A=3, B=5); f(A=5, B=1); f(A=4, B=3, C=1); f(A=0, B=1); f(A=2, B=2, C=1, D=3); f(A=8); f(A=-1); f(A=1, B=6)
class P(IntFlag, boundary=KEEP): A = 1; B = 4
class Q(Flag, boundary=CONFORM): A = 4; B = 1
class R(Flag, boundary=EJECT): A = 1; B = 6
for c in P, Q, R:
    for v in range(-3, 10):
        try: m = c(v); print(v, repr(m), list(m) if isinstance(m, c) else m)
        except Exception as e: print(v, type(e).__name__, e)
