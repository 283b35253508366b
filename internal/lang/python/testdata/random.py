import random
def t(s):
    try: print(s, '->', repr(eval(s)))
    except BaseException as e: print(s, '->', type(e).__name__+':', e)
for sd in ["42","0","-7","2**100","'hello'","b'abc'","bytearray(b'xy')","1.5","''","True","'hé'","10**40"]:
    t("random.seed(%s)"%sd)
    for s in ["random.random()","random.getrandbits(7)","random.getrandbits(100)","random.randrange(10)","random.randrange(5,100,7)","random.randrange(100,5,-7)","random.randint(1,6)","random.choice('abcdef')","random.choices([1,2,3],k=5)","random.choices('abc',[5,3,1],k=8)","random.choices('abc',cum_weights=[5,8,9],k=8)","random.uniform(1,5)","random.triangular()","random.triangular(1,5,2)","random.gauss(0,1)","random.gauss(5,2)","random.normalvariate(0,1)","random.expovariate(2)","random.betavariate(2,3)","random.gammavariate(0.5,1)","random.gammavariate(1,1)","random.gammavariate(3,2)","random.lognormvariate(0,1)","random.paretovariate(3)","random.weibullvariate(1,2)","random.vonmisesvariate(1,2)","random.vonmisesvariate(1,0)","random.randbytes(10)","random.randrange(10**30)","random.randrange(2**32)","random.sample(range(1000),5)","random.sample([1,2,3,4,5],3)","random.sample('ab',2,counts=[3,4])","random.sample(range(100000), 60)[-5:]"]: t(s)
    l=list(range(20)); random.shuffle(l); print(l)
for s in ["random.seed('x',1)","random.random()","random.seed([1])","random.getrandbits(-1)","random.getrandbits(0)","random.choice([])","random.randrange(0)","random.randrange(5,5)","random.randrange(1,5,0)","random.randrange(1,step=2)","random.sample([1],2)","random.choices([1],[1,2])","random.choices([1],[0])","random.choices([1],2)","random.choices([1],[1],cum_weights=[1])","random.gammavariate(0,1)","random.setstate((1,2,3))","random.setstate((3,(1,),None))","random.setstate((3,5,None))","random.Random(5).random()","random.Random('a').randint(1,100)","0<=random.SystemRandom().random()<1","random.SystemRandom().getstate()","len(random.SystemRandom().randbytes(5))","random.randrange('a')","random.getrandbits('a')"]: t(s)
s=random.getstate(); a=[random.random() for _ in range(3)]; random.setstate(s); print(a==[random.random() for _ in range(3)], len(s), s[0], len(s[1]))
class R(random.Random):
    def random(self): return 0.25
r=R(1); print(r.random(), r.randint(1,100), r.choice('abcd'), r.gauss(0,1), r.uniform(0,8))
class G(random.Random):
    def getrandbits(self,k): return 1
print(G().randrange(10), G().choice('abc'))
