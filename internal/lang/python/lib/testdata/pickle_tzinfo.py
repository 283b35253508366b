import pickle, copy, datetime
class T(datetime.tzinfo):
    def __init__(self, n=3): self.n=n
    def utcoffset(self, dt): return datetime.timedelta(hours=self.n)
    def __eq__(self, o): return self.n==o.n
    __reduce__ = object.__reduce__
class U(datetime.tzinfo):
    def __init__(self, n=3): self.n=n
    __reduce__ = object.__reduce__
    def __getinitargs__(self): return (9,)
for c in (T,U):
    x=c(5)
    for p in range(6):
        try:
            s=pickle.dumps(x,p); y=pickle.loads(s); print(p,type(y),y.n)
        except Exception as e: print(type(e).__name__,e)
    try: print(x.__reduce__()[0].__name__, x.__reduce__()[1][:2], x.__reduce__()[2:])
    except Exception as e: print(type(e).__name__,e)
    print(x.__reduce_ex__(2)[0].__name__)
    print(copy.copy(x).n, copy.deepcopy(x).n)
class L(list): __reduce__=object.__reduce__
class D(int): __reduce__=object.__reduce__
for x in (L([1]),D(4)):
    for p in range(6):
        try:
            s=pickle.dumps(x,p); y=pickle.loads(s); print(p,type(y),y)
        except Exception as e: print(type(e).__name__,e)
print(datetime.tzinfo().__reduce__())
