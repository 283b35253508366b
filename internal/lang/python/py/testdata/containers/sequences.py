def t(f, *a):
    try: print(f, repr(eval(f)))
    except Exception as e: print(f, type(e).__name__, e.args)
class I:
    def __init__(s, v): s.v = v
    def __index__(s): return s.v
class L(list): pass
class T(tuple): pass
class D(dict):
    def __missing__(self, k): return ('missing', k)
class X:
    def __radd__(s, o): return ('radd', o)
    def __rmul__(s, o): return ('rmul', o)
class E: pass
l = [5, 3, 9, 1]
for s in '''[1,2]+3 [1]+E() (1,)+[1] [1]*'a' [1]*1.5 1.5*[1] [1]*E() (1,)*'x' [1]+X() [1]*X() [1]*I(3) I(2)*[1] [1]*-1 [1]*True
l[1.0] l['a'] l[10] l[-5] l[I(1)] (1,2)[5] (1,2)['a'] l[::-1] l[::0] l[1:3] l[-1:0:-1] l[100:] l['a':] l[:10**30] l[-10**30:2] l[::10**30] l[None:None:None]
l[I(0):I(2)] l.index(3) l.index(7) l.index(3,2) l.index(9,-2) l.index(9,0,2) (1,2).index(3) (1,2).index(2) l.count(3) (1,1).count(1) l.pop(10) [].pop() l.pop('a') l.remove(77)
[1,2]<[1,3] [1]<(1,) [1,2]==[1,2.0] (1,2)<(1,) [1]>=[1] [1]!=[1] [[1]]<[['a']] [1,'a']<[1,2] list(5) list(1,2) list(x=1) tuple(5) tuple(1,2) tuple('abc') list('abc') list(range(3)) list({1:2})
sorted([3,1,2]) sorted([3,1,2],reverse=True) sorted('hello',key=ord) sorted([1,'a']) sorted([3,-1,2],key=abs) sorted(5) sorted([1],5) sorted() [3,1].sort(5) [].sort(key=5) [1].sort(key=5) sorted([(1,'b'),(1,'a'),(0,'z')]) sorted([1.5,1,True,0]) sorted([1],reverse='a')
min(1,2) min([]) min() min(5) min([1],default=3) min([],default=3) max('abc') min(1,2,default=3) max(1,'a') max([1],foo=3) max(1,2,key=None)
sum([1,2,3]) sum([1.5,2]) sum(['a'],'') sum([[1],[2]],[]) sum([b''],b'') sum() sum(5) sum([1,'a']) sum([1],start=10) sum([2**62]*4) sum([0.1]*10) sum([True,True]) sum([1,2.5,3j])
any([0,1]) all([]) all([0]) any(5) len(5) len() len([1],2) len(range(10**18)) len(range(10**20))
enumerate() enumerate(5) enumerate([],'a') list(enumerate('ab',5)) list(enumerate(start=2,iterable='ab')) list(enumerate('a',2**63-1)) list(zip()) list(zip([1,2],'ab')) list(zip([1],5)) list(zip([1,2],[1],strict=True)) list(zip([1],[1,2],strict=True)) list(zip([1],[1],[1,2],strict=True)) zip([],foo=1) map() map(int) list(map(int,'12')) map(int,5) filter() filter(None,5) list(filter(None,[0,1,2])) reversed() reversed(5) reversed({1}) list(reversed([1,2])) list(reversed((1,2))) list(reversed('ab')) list(reversed(range(3))) list(reversed({1:2,3:4})) reversed([],1) iter() iter(5) iter(5,5) next(5) next(iter([])) next(iter([]),7)
range() range(1,2,3,4) range(1.5) range('a') range(1,2,0) range(a=1) range(5) range(1,10,2) range(10)[2] range(10)[-1] range(10)[10] range(10)['a'] range(10)[2:5] range(10)[::-1] range(10)[::3] range(0,10,3)[1:] range(10).index(5) range(10).index(50) range(10).index('a') range(10).index(2.0) range(10).count(5) range(10).count('a') range(0)==range(2,1) range(0,3,2)==range(0,4,2) hash(range(5)) 2**70 range(2**70) range(2**70)[2**69] len(range(-2**63,2**63-1)) range(2**64)[-1] range(10).start range(10)<range(5) range(-5,5,2) 3in(range(5)) 2.0in(range(5)) 'a'in(range(5)) 2**70in(range(2**71)) list(range(2**70,2**70+3)) range(I(3)) range(True) list(range(2**63-3,2**63-1)) list(reversed(range(2**63-3,2**63+2)))
slice(1) slice(1,2,3) slice() slice(1,2,3,4) slice(5).indices(3) slice(-5,-1).indices(10) slice(None,None,-1).indices(5) slice(1,2)==slice(1,2) slice(1,2)<slice(1,3) hash(slice(1)) slice(1).indices('a') slice(1).indices(-1) slice(1,2).start slice(1,2).step slice('a','b')
{1:2}|{3:4} {1:2}|[] {1:2}|3 dict([(1,2)]) dict([1]) dict([(1,)]) dict(['ab','cd']) dict(5) dict(a=1,b=2) dict({1:2},a=3) dict(1,2) dict([(1,2,3)]) dict([[1,2],3]) {}.update([1]) {}.update(1,2) {}.pop(1) {}.pop() {}.pop(1,2) {}.popitem() {}.get() {}.get(1) {}.get(1,2) {}.setdefault(1,2) {}.setdefault([]) {}[1] {}['a'] {}[[]] {[]:1} {}.get([]) []in({}) {1:2}=={1:2.0} {1:2}<{} dict.fromkeys([1,2]) dict.fromkeys([1,2],3) dict.fromkeys(5) D()[5] D().get(5) list({1:2}) {1:2}.keys() {1:2}.values() {1:2}.items() list(reversed({1:2}.items())) {1:2}.keys()=={1} {1:2}.values()=={1:2}.values() len({1:2}.items()) (1,2)in({1:2}.items()) (1,3)in({1:2}.items()) 1in({1:2}.keys()) {1:2}.keys().isdisjoint([2]) {1:2}.keys()&5 {1:2}.keys()|[3] {}.copy(1) {1:2}.keys().mapping
set(5) set(1,2) set(a=1) {1,2}|[3] {1,2}-{2} {1}<{1,2} {1}<[1] {1}.add([]) {1}.remove(5) {1}.discard([]) {1}.discard({1}) {frozenset({1})}.__contains__({1}) {1}in({frozenset({1})}) set().pop() {1,2}.union([3],(4,)) {1,2}.intersection([2],[2,3]) {1}.issubset([1,2]) {1}.issuperset(5) {1,2}.isdisjoint([3]) frozenset([1])|{2} {1}|frozenset([2]) frozenset({1})=={1} hash(frozenset()) hash(frozenset({1,2})) hash({1}) set('a') frozenset('a') frozenset(5) {1}.update(5) {1,2}.difference() {1}.symmetric_difference([1,2]) {[]} {1}.remove({2}) {1}.pop(1) {1}>{1} {1}^{2} {1}.copy() set().union() {1}.intersection_update([2]) {1}.clear()
[1,2,3].insert(1) [1].insert('a',1) [].append() [].append(1,2) [].extend(5) [].extend() [].reverse(1) [].copy(1) [].clear(1) [].index() (1,).index() (1,).count() [1].index(1,'a') [1].__contains__(1) [1].__len__() [1].__getitem__(0) [1].__add__([2]) [1].__mul__(2) [1].__eq__(2) [1].__iter__().__length_hint__() hash([]) hash((1,[])) hash({}) hash(())
L([1])+[2] L([1])[:] L('ab') T((1,2))+(3,) T((1,2))[0] T('ab') repr(L([1])) repr(T((1,))) L([1])==[1] [1]==L([1]) T((1,))==(1,) len(L([1,2])) 1in(L([1])) L([1])*2 sorted(L([2,1])) list(zip(L([1]),T((2,)))) (lambda*a:a)(*L([1,2])) [*T((1,))] sum(L([1])) hash(T((1,)))==hash((1,)) isinstance(L(),list) D({1:2})=={1:2} D(a=1) D({1:2}).copy() {**D(a=1)} D(a=1)|{'b':2} type(D(a=1)|{})'''.split():
    t(s.replace('3in', '3 in ').replace('2.0in','2.0 in ').replace("'a'in","'a' in ").replace('70in','70 in ').replace('[]in','[] in ').replace(')in',') in ').replace('1in','1 in ').replace('}in','} in '))
