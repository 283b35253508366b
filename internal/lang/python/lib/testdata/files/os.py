import os, os.path, stat, errno
from os import path
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)
os.chdir('/data')
print(os.getcwd(), os.listdir('.'), os.name, os.sep, repr(os.linesep), os.devnull, os.curdir)
os.makedirs('a/b/c'); t(os.makedirs, 'a/b/c'); os.makedirs('a/b/c', exist_ok=True); t(os.mkdir, 'a'); t(os.mkdir, 'x/y'); t(os.rmdir, 'a'); t(os.rmdir,'zz'); t(os.remove,'a'); t(os.remove,'nope'); t(os.unlink, 'nope')
open('a/f.txt','w').write('hello'); open('a/b/g.py','w').write('x'); open('top','wb').write(b'12345')
for d, ds, fs in os.walk('.'): ds.sort(); print(d, ds, sorted(fs))
for d, ds, fs in os.walk('a', topdown=False): print(d, sorted(ds), sorted(fs))
print(sorted(os.listdir('a')), sorted(e.name for e in os.scandir('a')), sorted(os.listdir(b'a')))
with os.scandir('a') as it:
    for e in sorted(it, key=lambda e: e.name): print(e, e.name, e.path, e.is_dir(), e.is_file(), e.is_symlink(), e.stat().st_size if e.is_file() else '')
s = os.stat('top'); print(s.st_size, stat.S_ISREG(s.st_mode), stat.S_ISDIR(s.st_mode), oct(s.st_mode), stat.filemode(s.st_mode), len(s), s[6] == s.st_size, isinstance(s.st_mtime, float), isinstance(s[8], int), s.st_mtime_ns // 10**9 == s[8])
t(os.stat, 'nope'); t(os.stat, 'top/x'); t(os.listdir, 'top'); t(os.listdir, 'nope'); t(os.lstat, 'zzz'); t(os.scandir, 'nope')
t(os.rename, 'nope', 'q'); os.rename('top', 'top2'); print(os.path.exists('top'), os.path.exists('top2')); os.replace('top2', 'a/f.txt'); print(open('a/f.txt').read()); t(os.rename, 'a/f.txt', 'nodir/x')
os.truncate('a/f.txt', 2); print(os.path.getsize('a/f.txt'), path.isfile('a/f.txt'), path.isdir('a'), path.isdir('a/f.txt'), path.islink('a'), path.lexists('a'))
fd = os.open('fd.txt', os.O_RDWR | os.O_CREAT); print(os.write(fd, b'abc\ndef'), os.lseek(fd, 0, 0), os.read(fd, 3), os.fstat(fd).st_size); os.fsync(fd); os.close(fd); t(os.close, fd); t(os.read, fd, 1); t(os.open, 'nope', os.O_RDONLY); t(os.open, 'fd.txt', os.O_CREAT|os.O_EXCL|os.O_WRONLY)
with os.fdopen(os.open('fd.txt', os.O_RDONLY)) as f: print(f.read(), f.name)
with open('w.txt','w') as f: f.write('x'); f.flush(); os.fsync(f.fileno()); print(os.path.getsize('w.txt'))
print(os.access('a', os.R_OK), os.access('nope', os.F_OK), os.path.samefile('a', './a'))
os.removedirs('a/b/c') if False else None
t(os.removedirs, 'a/b/c'); print(os.path.exists('a/b/c'))
os.chdir('a'); print(os.getcwd(), sorted(os.listdir()), path.abspath('x'), path.realpath('.'), path.relpath('/data'), path.relpath('/data/a')); os.chdir('..'); t(os.chdir, 'nope'); t(os.chdir, 'w.txt')
os.environ['ZED'] = 'q1'; print(os.environ['ZED'], os.getenv('ZED'), os.getenv('NOPE'), os.getenv('NOPE', 'd'), 'ZED' in os.environ, os.environ.get('NOPE', 3)); t(lambda: os.environ['NOPE']); t(os.environ.__setitem__, 'a', 1); t(os.environ.__setitem__, 'a=b', 'c'); t(os.environ.__setitem__, 1, 'c'); del os.environ['ZED']; t(os.environ.pop, 'ZED'); t(os.environ.__delitem__, 'ZED'); os.environ.setdefault('ZZ', 'k'); print(os.environ.pop('ZZ'), type(os.environ.copy()), 1)
J = path.join
for a in [('a','b'),('a/','b'),('a','/b'),('','b'),('a',''),('a',),('/','x'),('a','b','..','c'), (b'a',b'b')]: print(J(*a), end=' ')
print()
t(J, 'a', b'b'); t(J, 'a', 1); t(J, 1); t(J)
for p in ['', '/', '//', '///', '/a', 'a/', 'a/b', 'a//b', '//a', 'a/b/', '.', '..', './a', 'a/../b', '../a', '/../a', 'a/./b/../../..', '.bashrc', 'x.tar.gz', 'a.b/c', '..x', 'a.', '.a.b', '///a//b///c']:
    print(repr(p), path.split(p), path.splitext(p), path.basename(p), path.dirname(p), path.normpath(p), path.isabs(p), path.splitdrive(p))
print(path.commonpath(['/a/b/c','/a/b/d']), path.commonpath(['a','a/b']), path.commonprefix(['abc','abd']), path.commonprefix([])); t(path.commonpath, []); t(path.commonpath, ['/a','b']); t(path.relpath,''); print(path.relpath('/a/b','/a/c/d'), path.relpath('a','a'))
print(os.fspath('x'), os.fsencode('é')); t(os.fspath, 1)
class P:
    def __fspath__(self): return '/data/w.txt'
print(open(P()).read(), os.path.exists(P()), isinstance(P(), os.PathLike), os.stat(P()).st_size, path.join(P(), 'z'))
print(os.strerror(2), os.strerror(999), errno.ENOENT, errno.errorcode[13], len(os.urandom(5)), 1)
t(os.get_terminal_size); print(os.terminal_size((3,4))); t(os.urandom, -1)
try: os.remove('gone')
except OSError as e: print(e.errno == errno.ENOENT, e.filename)
try: os.rename('gone', 'x')
except OSError as e: print(e.errno == errno.ENOENT, e.filename, e.filename2)
