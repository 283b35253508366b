from pathlib import *
import pathlib, os, sys
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        if hasattr(r, '__next__'): r = sorted(r)
        print(repr(r))
    except BaseException as e:
        print(type(e).__name__, e)
p = PurePosixPath('/a/b.tar.gz')
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents), p.parts, p.root, p.drive, p.anchor, p/'c', '/x'/p, p.with_name('q'), p.with_suffix('.z'), p.with_stem('s'), p.is_absolute())
for s in ['', '.', '/', '//', '///', 'a', 'a/', './a', 'a/./b', 'a/../b', '//a/b', '.x', 'x.', '..', 'a.b.c', '.a.b']:
    q = PurePosixPath(s); print(repr(s), repr(q), q.parts, q.name, q.stem, q.suffix, q.suffixes, q.parent, len(q.parents), bool(q))
for s in ['c:', 'c:/', 'c:/a/b', 'c:a', '\\\\host\\share\\x', '//host/share', '/a', 'a\\b', 'C:\\Users\\x.txt']:
    q = PureWindowsPath(s); print(repr(s), repr(q), str(q), q.drive, q.root, q.parts, q.is_absolute(), q.parent, q.name)
print(PureWindowsPath('c:/A') == PureWindowsPath('C:/a'), PureWindowsPath('c:/a', 'd:b'), PureWindowsPath('c:/a', '/b'), PureWindowsPath('nul').is_reserved(), PurePosixPath('a') == PureWindowsPath('a'))
t(p.relative_to, '/a'); t(p.relative_to, '/x'); t(p.relative_to, 'a'); t(PurePosixPath('a/b').relative_to, 'a'); t(PurePosixPath('a/b').relative_to, '/a'); t(p.is_relative_to, '/a'); t(p.with_suffix, 'z'); t(p.with_name, 'a/b'); t(PurePosixPath('/').with_name, 'x'); t(PurePosixPath('').with_suffix, '.x'); t(p.with_suffix, '')
t(PurePosixPath, 1); t(PurePosixPath, b'x'); t(lambda: p / 1); t(p.joinpath, 'x', 'y/z'); t(PurePosixPath('a').as_uri); t(lambda: p < 'x'); t(lambda: p < PurePosixPath('/b')); t(WindowsPath)
for pat in ['*.gz', 'b.*', '/a/*', 'a/*', '/*', '*', '/a/b.tar.gz']: print(pat, p.match(pat), end=' ')
print(hash(p) == hash(PurePosixPath('/a/b.tar.gz')), sorted([Path('b'), Path('a/c'), Path('a')]), {Path('a'): 1}[Path('a')])
print(p.parents[0], p.parents[-1], p.parents[0:2], p.parents); t(lambda: p.parents[5])
d = Path('/data'); os.chdir(d)
(d/'x'/'y').mkdir(parents=True); t((d/'x').mkdir); (d/'x').mkdir(exist_ok=True); t((d/'q'/'r').mkdir)
print((d/'f.txt').write_text('héllo\n'), (d/'f.txt').read_text(), (d/'f.txt').read_bytes(), (d/'g.bin').write_bytes(b'123'))
t((d/'nope').read_text); t((d/'f.txt').write_text, b'x'); t((d/'nope').unlink); (d/'nope').unlink(missing_ok=True); t((d/'x').rmdir); t((d/'nope').stat); t(list, (d/'nope').iterdir())
(d/'x'/'a.py').touch(); (d/'x'/'y'/'b.py').touch(); (d/'x'/'.h').touch(); t((d/'x'/'a.py').touch, exist_ok=False)
print(sorted(d.iterdir()), sorted(d.glob('*.txt')), sorted(d.glob('**/*.py')), sorted(d.rglob('*.py')), sorted(d.glob('x/*')), sorted(d.glob('**')), sorted(d.rglob('*')), sorted(Path('.').glob('*/*.py')), sorted(Path('x').rglob('b*')), sorted(d.glob('x/y/b.py')), sorted(d.glob('[gf].*')))
t(d.glob, ''); t(lambda: list(d.glob(''))); t(lambda: list(d.glob('/a'))); t(lambda: list(d.glob('a**')))
print((d/'x').is_dir(), (d/'x').is_file(), (d/'f.txt').is_file(), (d/'f.txt').exists(), (d/'no').exists(), (d/'f.txt').stat().st_size, (d/'f.txt').is_symlink(), (d/'f.txt').samefile('f.txt'))
print((d/'f.txt').rename(d/'g.txt'), (d/'g.txt').replace('h.txt'), sorted(p.name for p in d.iterdir()), Path('h.txt').absolute(), Path('x/../h.txt').resolve(), Path.cwd(), Path('x//y'))
with (d/'h.txt').open() as f: print(f.name, [*f])
with open(d/'h.txt', 'a') as f: f.write('more')
print(Path('h.txt').read_text().splitlines(), isinstance(d, PurePosixPath), type(d).__name__, isinstance(d, os.PathLike), os.fspath(d), f'{d}', os.path.join(d, 'z'))
import glob
os.chdir('x'); open('.hid','w').close()
print(sorted(glob.glob('*')), sorted(glob.glob('*.py')), sorted(glob.glob('**', recursive=True)), sorted(glob.glob('**/*.py', recursive=True)), sorted(glob.glob('/data/*/*.py')), glob.glob('nope*'), glob.glob('a.py'), sorted(glob.glob('*/')), sorted(glob.glob('.*')), sorted(glob.glob('*', root_dir='/data')), sorted(glob.glob('**', recursive=True, include_hidden=True)), glob.escape('a[b]*?'), sorted(glob.glob('**/', recursive=True)), sorted(glob.glob('*/*')), sorted(glob.glob(b'*')))
import shutil, tempfile
os.chdir('..')
print(shutil.copy('h.txt', 'x'), shutil.copyfile('h.txt', 'i.txt'), shutil.copytree('x', 'z'), sorted(os.listdir('z'))); t(shutil.copyfile, 'h.txt', 'h.txt'); t(shutil.copytree, 'x', 'z'); shutil.copytree('x','z',dirs_exist_ok=True, ignore=shutil.ignore_patterns('*.py')); t(shutil.copy, 'nope', 'x'); t(shutil.copy, 'x', 'qq')
print(shutil.move('i.txt', 'x'), shutil.move('x', 'w'), sorted(os.listdir('w'))); t(shutil.move, 'h.txt', 'w'); t(shutil.move, 'w', 'w/y'); shutil.rmtree('w'); print(os.path.exists('w')); t(shutil.rmtree, 'w'); shutil.rmtree('w', ignore_errors=True); 1
print(shutil.get_terminal_size())
tempfile.tempdir = '/data'
with tempfile.TemporaryDirectory() as td: print(os.path.isdir(td), os.path.dirname(td), os.path.basename(td)[:3], len(os.path.basename(td))); open(td+'/x','w').close()
print(os.path.exists(td))
with tempfile.NamedTemporaryFile('w', suffix='.txt', delete=True) as f: f.write('x'); f.flush(); print(open(f.name).read(), f.name.endswith('.txt'), os.path.exists(f.name)); n = f.name
print(os.path.exists(n))
with tempfile.TemporaryFile() as f: f.write(b'abc'); f.seek(0); print(f.read(), f.mode)
fd, n = tempfile.mkstemp('.q', 'pre'); print(os.path.basename(n)[:3], os.write(fd, b'x')); os.close(fd); os.unlink(n)
with tempfile.SpooledTemporaryFile(max_size=3, mode='w+') as f: f.write('ab'); print(f._rolled); f.write('cd'); print(f._rolled); f.seek(0); print(f.read())
print(tempfile.gettempdir(), tempfile.gettempprefix())
