const { URL, URLSearchParams } = require('url');
const j = (v) => print(JSON.stringify(v));
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return `${e.name} ${e.code} ${e.message}`;
  }
};
for (const init of [
  'a=1&b=2', '?a=1', '??a', '', undefined, null, 5, 'a', '=', '&&', 'a=b=c', '%41=%zz&x=%E4%B8%AD&y=%ff', 'a+b=c+d', [['a', 1], ['b', '2']],
  { a: 1, b: null, é: '&' }, new Map([['x', 'y']]), new URLSearchParams('q=1&q=2'), [['a']], [1], { '\ud800': 'x' }, [], 'a&a&a', '*-._~!()\' =x',
]) {
  j(attempt(() => {
    const p = new URLSearchParams(init);
    return [[...p], p.toString(), p.size, [...p.keys()], [...p.values()]];
  }));
}
const p = new URLSearchParams('b=2&a=1&b=3&c=');
j([p.get('b'), p.get('z'), p.getAll('b'), p.getAll('z'), p.has('c'), p.has('b', '3'), p.has('b', 4)]);
p.append('d', 5);
p.set('b', 'x');
p.set('e', 'é');
j(p.toString());
p.delete('a');
p.delete('d', '6');
p.delete('d', '5');
j(p.toString());
p.append('a', '0');
p.sort();
j(p.toString());
const seen = [];
p.forEach(function (value, name, all) {
  seen.push(name, value, all === p, this.x);
}, { x: 1 });
j(seen);
for (const f of [
  () => p.get(), () => p.append('a'), () => p.set('a'), () => p.has(), () => p.delete(), () => p.getAll(), () => p.forEach(1),
  () => new URL(), () => URL.canParse(), () => new URL('x'), () => new URL('x', 'y'), () => Object.prototype.toString.call(p),
  () => Object.prototype.toString.call(new URL('a:')), () => String(p.keys()), () => Object.keys(new URL('a:')), () => JSON.stringify({ u: new URL('a:b') }),
  () => p[Symbol.iterator] === p.entries, () => new URL('a:') + '', () => [...new URL('http://h/?a=1&a=2').searchParams],
]) j(attempt(f));
const u = new URL('http://h/p?a=1#f');
const q = u.searchParams;
q.append('b', '& é');
j([u.href, u.search, u.searchParams === q]);
u.search = '?z=9';
j([q.toString(), u.href]);
q.delete('z');
j([u.href, u.search]);
u.href = 'http://g/?k=v';
j([q.get('k')]);
u.hash = 'x';
j([q.get('k'), u.href]);
const it = q.entries();
q.append('later', '1');
j([it.next(), it.next(), it.next()]);
