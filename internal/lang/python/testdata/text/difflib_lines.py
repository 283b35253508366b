import difflib


class Rand:
    """A generator that is the same everywhere."""
    x = 5

    def next(self):
        self.x = (self.x * 1103515245 + 12345) % 2147483648
        return self.x // 65536

    def choice(self, s): return s[self.next() % len(s)]
    def randint(self, a, b): return a + self.next() % (b - a + 1)
    def randrange(self, n): return self.next() % n
    def random(self): return self.next() / 32768


R = Rand()
a='one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n'.splitlines(True)
b='one\ntoo\nthree\nfour\nsix\nseven\neight\nnine!\nten\neleven\n'.splitlines(True)
print(''.join(difflib.unified_diff(a,b,'x','y'))); print(''.join(difflib.unified_diff(a,b,'x','y','d1','d2',n=0))); print(''.join(difflib.context_diff(a,b,'x','y',n=1))); print(''.join(difflib.ndiff(a,b)))
print(list(difflib.unified_diff(['a'],['a']))); print(list(difflib.unified_diff([],['a'],lineterm='')))
s=difflib.SequenceMatcher(None,'abxcd','abcd'); print(s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.get_matching_blocks(), s.get_opcodes(), s.find_longest_match(0,5,0,4), s.find_longest_match())
s=difflib.SequenceMatcher(lambda x: x==' ', "private Thread currentThread;", "private volatile Thread currentThread;"); print(round(s.ratio(),3), s.get_opcodes(), s.bjunk)
print(difflib.get_close_matches('appel',['ape','apple','peach','puppy']), difflib.get_close_matches('x',['y']), difflib.get_close_matches('abc',['abd','abe','ab','abcd'],2,0.1))
for k in range(60):
    n=R.choice([5,10,30,250]); al=R.choice(['ab','abcdef','ab \t'])
    x=''.join(R.choice(al) for _ in range(n)); y=list(x)
    for _ in range(R.randint(0,n//3)): y[R.randrange(len(y))]=R.choice(al)
    del y[R.randrange(len(y)):][:R.randint(0,3)]; y=''.join(y)
    s=difflib.SequenceMatcher(R.choice([None,str.isspace]),x,y,R.random()<.8); print(s.ratio(), s.quick_ratio(), s.get_opcodes()[:20], sorted(s.bpopular), list(s.get_grouped_opcodes(2))[:3])
for k in range(30):
    ws=['alpha beta','alpha betb','gamma','delta x','delta y\t','  indent','']
    x=[R.choice(ws)+R.choice(['','!',' z'])+'\n' for _ in range(R.randint(0,8))]; y=[R.choice(ws)+R.choice(['','!'])+'\n' for _ in range(R.randint(0,8))]
    d=list(difflib.ndiff(x,y)); print(d); assert list(difflib.restore(d,1))==x and list(difflib.restore(d,2))==y
    print(list(difflib.Differ().compare(x,y))==d, list(difflib.context_diff(x,y,n=1)), list(difflib.unified_diff(x,y,n=1)))
print(difflib.Match(1,2,3), list(difflib.diff_bytes(difflib.unified_diff,[b'a\xff'],[b'b'])), difflib.IS_LINE_JUNK(' # \n'), difflib.IS_CHARACTER_JUNK('x'))
for f in [lambda: difflib.get_close_matches('a',[],0), lambda: difflib.get_close_matches('a',[],1,2), lambda: list(difflib.unified_diff([1],['a'])), lambda: list(difflib.restore([],3))]:
    try: f()
    except Exception as e: print(repr(e))
