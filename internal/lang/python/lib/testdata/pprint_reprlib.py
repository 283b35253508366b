import pprint, collections, types, dataclasses, reprlib
from pprint import pformat as pf
d={'name':'x'*20,'list':list(range(30)),'nested':{'a':[1,2,{'deep':('t',)*3}],'b':{1,2,3}},'long':'the quick brown fox jumps over the lazy dog '*4,'t':(1,),'by':b'abc'*40,'n':None}
pprint.pprint(d); pprint.pprint(d,width=40,indent=4); pprint.pprint(d,compact=True,width=60); pprint.pp(d,depth=1); pprint.pprint(d,sort_dicts=False,depth=2)
pprint.pprint(list('abcdefghij'*5),compact=True); pprint.pprint([1234567,10**10],underscore_numbers=True); pprint.pprint({1:2,'a':3,(1,):4}); pprint.pprint('x y '*40); pprint.pprint(['line1\nline2\n'*5]); pprint.pprint({'k':{'kk'*10:['v'*30,'w'*30]}})
for o in (collections.OrderedDict((str(i),i*'x') for i in range(12)),collections.defaultdict(list,{i:[i]*9 for i in range(7)}),collections.Counter('abracadabra'*3+'xyzwvut'*9),collections.deque(range(40)),collections.deque(range(40),maxlen=50),collections.ChainMap({i:i for i in range(20)},{2:'x'*50}),types.SimpleNamespace(a='x'*50,b='y'*50),set(range(40)),frozenset(range(40)),bytearray(b'0123456789'*10),(1,)*50,[[]],(),{},'',types.MappingProxyType({i:'v'*i for i in range(15)}),collections.UserDict({i:'v'*i for i in range(15)})): pprint.pprint(o); print(pf(o,width=20,indent=2))
@dataclasses.dataclass
class P: x:int; y:str; z:list=dataclasses.field(default_factory=list)
pprint.pprint(P(1,'a'*50,list(range(20)))); pprint.pprint([P(1,'b')]*5)
l=[1]; l.append(l); print(pprint.isrecursive(l),pprint.isreadable([1]),pprint.isreadable(object()),pf(l).split('id=')[0],pprint.saferepr({'b':1,'a':2}))
Pt=collections.namedtuple('Pt','x y'); pprint.pprint(Pt('a'*50,'b'*50))
class C:
    def __repr__(s): return 'C()'
pprint.pprint([C()]*30)
for k in (dict(indent=-1),dict(width=0),dict(depth=0)):
    try: pprint.pformat(1,**k)
    except ValueError as e: print(e)
print(reprlib.repr(list(range(100))),reprlib.repr('x'*100),reprlib.repr({i:i for i in range(10)}),reprlib.repr(set(range(10))),reprlib.repr((1,)),reprlib.repr(10**60),reprlib.repr([[[[[[[[1]]]]]]]]),reprlib.repr(C()),reprlib.repr(frozenset()),reprlib.repr(collections.deque(range(9))))
class R(list):
    @reprlib.recursive_repr('<...>')
    def __repr__(self): return '<'+'|'.join(map(repr,self))+'>'
r=R('ab'); r.append(r); print(r)
