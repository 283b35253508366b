# Archives by shutil.
import shutil, os, tarfile, zipfile
print(shutil.get_archive_formats(), shutil.get_unpack_formats())
os.makedirs('root/a/b'); open('root/a/x.txt','w').write('x'); open('root/a/b/y.txt','w').write('y'*100)
for f in ('tar','zip','gztar','bztar','xztar'):
    n=shutil.make_archive('arch_'+f,f,'root'); print(os.path.basename(n), os.path.isabs(n))
    m=shutil.make_archive('sub/arch_'+f,f,'root','a'); print(os.path.basename(m))
    n2=shutil.make_archive('here_'+f,f,base_dir='root'); print(n2)
    for k in (n,m,n2):
        print(sorted(zipfile.ZipFile(k).namelist() if f=='zip' else tarfile.open(k).getnames()))
    shutil.unpack_archive(n,'out_'+f); print(sorted((d,sorted(s),sorted(x)) for d,s,x in os.walk('out_'+f)), open(f'out_{f}/a/b/y.txt').read()=='y'*100)
for f in (lambda: shutil.make_archive('q','rar'),lambda: shutil.unpack_archive('q.rar'),lambda: shutil.unpack_archive('q','d','rar'),lambda: shutil.unpack_archive('root/a/x.txt','d','zip'),lambda: shutil.unpack_archive('root/a/x.txt','d','tar')):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
