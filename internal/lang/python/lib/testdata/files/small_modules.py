# cmd, shelve, dbm, netrc, http.cookies, resource.
import cmd, shelve, dbm, dbm.dumb, netrc, http.cookies as C, io, os, sys, resource, pickle
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__module__, type(e).__name__, e)
class Sh(cmd.Cmd):
    intro='Welcome'; prompt='> '
    def do_greet(self,arg):
        "greet [name]\nSay hello"
        print('hello',arg or 'you')
    def do_nodoc(self,a): print('nodoc',repr(a))
    def help_topic(self): print('a topic')
    def do_EOF(self,a): print('bye'); return True
    def do_shell(self,a): print('shell',a)
    def precmd(self,l): return l
sh=Sh(stdin=io.StringIO('greet bob\n\nhelp\nhelp greet\n?topic\nhelp nope\nhelp nodoc\n!ls -l\nxx yy\n  \n@\n'),stdout=sys.stdout); sh.use_rawinput=False
sh.cmdloop()
print(sh.parseline('a1_b c d'), sh.parseline(''), sh.parseline('!x'), sh.completenames('gr'), sh.complete_help('t'), sh.lastcmd)
sh.columnize(['a'*n for n in range(1,30)]); sh.columnize(['x']); sh.columnize([]); t(lambda: sh.columnize([1,'a'])); sh.columnize(['y'*100,'z'*100])
with shelve.open('s') as s:
    s['a']={'x':[1,2]}; s['b']=3; s['é']='u'; print(len(s),sorted(s),s['a'],'b' in s,'q' in s,s.get('q',9))
    s['a']['x'].append(3); print(s['a'])
    del s['b']; t(lambda: s['b'])
t(lambda: s['a']); t(lambda: s.close()); print(s.dict)
with shelve.open('s',writeback=True) as s: s['a']['x'].append(4)
with shelve.open('s','r') as s:
    print(dict(s))
    t(lambda: s.__setitem__('x',1))
print(sorted(os.listdir('.')), type(s).__name__)
s=shelve.Shelf({}); s['k']=1; print(s.dict.keys(), list(s.items())); s.close()
db=dbm.dumb.open('d','n'); db['k']='v'; db[b'l']=b'w'*1000; db['k']='x'*600; print(db.keys(),len(db),b'k' in db,'l' in db,db['l']==b'w'*1000,db.get(b'zz')); t(lambda: db.__setitem__(1,'a')); t(lambda: db.__setitem__('a',1)); db.close(); t(lambda: db['k'])
print(open('d.dir').read(), os.path.getsize('d.dat'), dbm.whichdb('d'), dbm.whichdb('nope'), dbm.whichdb('s'))
t(lambda: dbm.open('nope')); t(lambda: dbm.open('nope','x')); t(lambda: dbm.dumb.open('d','q')); print(dbm.error[0], dbm.dumb.error)
with dbm.open('d','r') as db: print(sorted(db.items())[0][0]); t(lambda: db.__delitem__('k'))
open('n','w').write('''# c
machine foo.com login bob password "p w"
machine bar
  user x account y password z
#default
default login anon password e@x
macdef m
 line1
 line2

''')
n=netrc.netrc('n'); print(n.hosts,n.macros,n.authenticators('foo.com'),n.authenticators('zz')); print(repr(n))
for x in ('foo','machine','machine a login b foo c','macdef x\na'):
    open('n2','w').write(x); t(lambda: netrc.netrc('n2'))
c=C.SimpleCookie(); c['a']='1'; c['b']='x y;"z"\n\xe9'; c['a']['path']='/'; c['a']['max-age']=5; c['a']['secure']=True; c['a']['httponly']=True; c['a']['comment']='a b'; c['a']['expires']='x'
print(c); print(repr(c)); print(c['a'].OutputString(['path'])); print(c['b'].coded_value, repr(c['b'].value)); print(c.js_output())
c=C.SimpleCookie('chips=ahoy; vienna="finger \\"x\\" \\012"; Path=/foo; $Version=1; secure; k=; z="a,b"; expires=Wed, 09 Jun 2021 10:18:14 GMT'); print(c.items()); print(c.output(header='X',sep='|'))
for x in ('a=b; c','=x','a b=c','path=/; a=b','a=b;=c','keebler="E=everybody; L=\\"Loves\\"; fudge=\\012;"'): 
    c=C.SimpleCookie(); t(lambda: c.load(x)); print(c)
m=C.Morsel(); t(lambda: m.__setitem__('foo',1)); t(lambda: m.set('path','a','b')); t(lambda: m.set('a b','a','b')); m.set('k','v','v'); print(m,repr(m),m==m.copy(),m.isReservedKey('PATH'), pickle.loads(pickle.dumps(m)))
t(lambda: C.SimpleCookie({'a':1,'b':'c d'}).output()); t(lambda: C.BaseCookie('a="b"')['a'].value); t(lambda: c.__setitem__('a;b','x'))
t(lambda: resource.getrusage(5)); t(lambda: len(resource.getrusage(0))); t(lambda: resource.getrlimit(99)); t(lambda: len(resource.getrlimit(resource.RLIMIT_NOFILE))); t(lambda: resource.getpagesize()); t(lambda: resource.getrusage(resource.RUSAGE_SELF).ru_utime>=0)
