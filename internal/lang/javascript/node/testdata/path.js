const path = require('node:path');
const all = ['', '.', '/', '//', '///', 'a', 'a/', '/a', '//a', '/a/', 'a/b', 'a//b', 'a/b/', '/a/b/c.js', '/a/b/c.js//', './a', './', '../', '..',
  '../..', '/../a', 'a/../b', 'a/../../b', '/a/../../b', 'a/./b/', '.bashrc', 'a/.bashrc', 'a.', 'a..', '...', 'a.b.c', '/a.b/c', 'é/ü.ñ', './..', 'a/..', 'a/../', '/a/./..', '..a/.b.', ' '];
for (const p of all) {
  print(JSON.stringify(p), path.normalize(p), '|', path.dirname(p), '|', path.basename(p), '|', path.extname(p), '|', path.isAbsolute(p), '|', path.resolve(p), '|', JSON.stringify(path.parse(p)), path.format(path.parse(p)));
}
for (const args of [[], ['a', 'b'], ['/a', '..', 'b'], ['a', '', '/b/'], ['', ''], ['..', 'a'], ['a/', '/b'], ['./a', './b', '../c'], ['/a', '/b', 'c'], ['a', '../../../..', 'x']]) {
  print(args.join(','), path.join(...args), path.resolve(...args));
}
for (const [a, b] of [['/a/b/c', '/a/d'], ['/a', '/a'], ['/a', '/a/b'], ['/a/b', '/a'], ['/', '/a/b'], ['/a/b', '/'], ['/foo/bar', '/foo/baz-quux'], ['/foo/bar-baz', '/foo/bar'], ['a', 'b'], ['', '/dir/x'], ['a/b', 'a/b/']]) {
  print(a, b, JSON.stringify(path.relative(a, b)));
}
for (const [a, b] of [['a.js', '.js'], ['a.js', 'a.js'], ['/x/a.js', 'a.js'], ['a.js/', '.js'], ['a.js', ''], ['a', 'aa'], ['aa', 'a']]) print(a, b, path.basename(a, b));
for (const o of [{}, { root: '/' }, { root: '/', base: 'a' }, { dir: '/d', base: 'a.b', name: 'x', ext: '.y' }, { root: '/', name: 'n', ext: 'e' }, { dir: '/', root: '/', name: 'x' }, { dir: 'd', ext: '.js' }]) print(path.format(o));
for (const f of [() => path.join('a', 1), () => path.resolve('a', null), () => path.basename('a', 3), () => path.format('a'), () => path.format(null), () => path.relative(1, 'a'), () => path.parse({}), () => path.isAbsolute()]) {
  try { f(); } catch (e) { print(e.name, e.code, e.message, String(e), e.stack.split('\n')[0]); }
}
print(path.posix === path, require('path/posix') === path, path.sep, path.delimiter);
