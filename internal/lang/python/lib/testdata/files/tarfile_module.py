# Archives of tar: every format, streams, files, filters, errors.
import tarfile, io, os, hashlib
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__module__,type(e).__name__,str(e).replace(os.getcwd(),"DIR"))
def info(n,**k):
    i=tarfile.TarInfo(n)
    for a,b in k.items(): setattr(i,a,b)
    return i
def build(mode='w',**k):
    f=io.BytesIO()
    with tarfile.open(fileobj=f,mode=mode,**k) as a:
        a.addfile(info('a.txt',size=5,mtime=1000),io.BytesIO(b'hello'))
        a.addfile(info('dir',type=tarfile.DIRTYPE,mode=0o755))
        a.addfile(info('dir/b.txt',size=1000,mtime=12345,uid=7,gid=8,uname='u',gname='g'),io.BytesIO(b'x'*1000))
        a.addfile(info('link',type=tarfile.SYMTYPE,linkname='dir/b.txt'))
        a.addfile(info('hard',type=tarfile.LNKTYPE,linkname='a.txt'))
        for n in ('n'*150+'/'+'m'*60, 'é/ü.txt','p'*90+'/'+'q'*95):
            try: a.addfile(info(n,size=3,mtime=5 if k.get('format')!=tarfile.PAX_FORMAT else 5.25),io.BytesIO(b'abc'))
            except ValueError as e: print(e)
        try: a.addfile(info('big',uid=10000000,mtime=-5))
        except ValueError as e: print(e)
    return f.getvalue()
for fm in (0,1,2):
    b=build(format=fm); print(fm,len(b),hashlib.md5(b).hexdigest())
    a=tarfile.open(fileobj=io.BytesIO(b))
    for m in a: print(m.name,m.size,m.mtime,oct(m.mode),m.uid,m.gid,m.uname,m.gname,m.type,m.linkname,m.offset,m.offset_data,m.pax_headers,m.isreg(),m.isdir(),m.issym())
    a.list(); a.list(verbose=False)
    print(a.getnames()[:3], a.getmember('a.txt').size, a.extractfile('a.txt').read(), a.extractfile('link').read()[:3], a.extractfile('hard').read(), a.extractfile('dir'))
    t(lambda: a.getmember('nope'))
for m in ('w:gz','w:bz2','w:xz','w|','w|gz','w|xz'):
    b=build(m)
    for r in ('r','r:*','r|*'):
        try:
            with tarfile.open(fileobj=io.BytesIO(b),mode=r) as a: print(m,r,[(x.name[:5],a.extractfile(x).read(3) if x.isreg() else None) for x in a][:4])
        except Exception as e: print(m,r,type(e),e)
os.mkdir('src'); os.mkdir('src/sub'); open('src/one.txt','w').write('one'); open('src/sub/two.txt','w').write('two'*100)
def flt(i):
    i.mtime=77; i.uid=i.gid=0; i.uname=i.gname='root'; i.mode&=0o755
    return None if i.name.endswith('skip') else i
open('src/skip','w').close()
with tarfile.open('t.tar.gz','w:gz') as a: a.add('src',filter=flt); print(a.getnames())
with tarfile.open('t.tar.gz') as a:
    print(a.getnames(), a.name==os.path.abspath('t.tar.gz'), a.mode)
    a.extractall('out',filter='data')
print(sorted((d,sorted(s),sorted(f)) for d,s,f in os.walk('out')), open('out/src/sub/two.txt').read()=='two'*100)
with tarfile.open('u.tar','w') as a: a.add('src/one.txt',arcname='renamed.txt',filter=flt)
with tarfile.open('u.tar','a') as a: a.addfile(info('more',size=2),io.BytesIO(b'ok'))
print(tarfile.open('u.tar').getnames(), os.path.getsize('u.tar'), tarfile.is_tarfile('u.tar'), tarfile.is_tarfile('src/one.txt'))
with tarfile.open('u.tar') as a: a.extract('more','out2'); print(open('out2/more').read()); i=a.getmember('more'); print(i.get_info(), i.replace(name='z',mode=0o600).name)
for n in ('/abs','../up','a/../../up'):
    f=io.BytesIO()
    with tarfile.open(fileobj=f,mode='w') as a: a.addfile(info(n))
    f.seek(0); a=tarfile.open(fileobj=f)
    for fl in ('tar','data'): t(lambda: a.extractall('out3',filter=fl))
f=io.BytesIO()
with tarfile.open(fileobj=f,mode='w') as a: a.addfile(info('l',type=tarfile.SYMTYPE,linkname='/etc/passwd')); a.addfile(info('k',type=tarfile.SYMTYPE,linkname='../x')); a.addfile(info('p',type=tarfile.FIFOTYPE))
f.seek(0); a=tarfile.open(fileobj=f)
for m in a:
    try: print(tarfile.data_filter(m,'out3'))
    except tarfile.FilterError as e: print(type(e).__name__)
t(lambda: tarfile.open('none.tar')); t(lambda: tarfile.open('src/one.txt')); t(lambda: tarfile.open('src/one.txt','r:gz')); t(lambda: tarfile.open('x','q')); t(lambda: tarfile.open('x','r:zip')); t(lambda: tarfile.open()); t(lambda: tarfile.open(fileobj=io.BytesIO(b''))); t(lambda: tarfile.open(fileobj=io.BytesIO(b'x'*600))); t(lambda: tarfile.TarFile('x','rw'))
b=build(); t(lambda: tarfile.open(fileobj=io.BytesIO(b[:700])).getnames()); t(lambda: tarfile.open(fileobj=io.BytesIO(b[:1400])).getnames())
a=tarfile.open(fileobj=io.BytesIO(b)); a.close(); t(lambda: a.getnames()); t(lambda: a.extract('x')); a=tarfile.open(fileobj=io.BytesIO(),mode='w'); t(lambda: a.extract('x')); t(lambda: a.next())
print(tarfile.open(fileobj=io.BytesIO(build(format=2,pax_headers={'comment':'hi'}))).pax_headers)
import shutil
