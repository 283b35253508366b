const q = require('querystring');
const j = (v) => print(JSON.stringify(v));
j(Object.keys(q));
for (const args of [
  ['a=1&a=2&b&=c&d=%zz&e+f=g%20h&%E4=1'], ['a:1;b:2', ';', ':'], ['a&b&c', null, null, { maxKeys: 2 }], [1], [''],
  ['&&a==b&c=d=e'], ['x=%E4%B8&y=+%2B'], ['__proto__=1'], ['a=1&a=2&a=3'], ['a::1,,b::2', ',,', '::'], ['a=%E4%B8%AD%20%f'],
  ['a=%41', null, null, { decodeURIComponent: (s) => `<${s}>` }],
  ['a=%41', null, null, { decodeURIComponent: () => { throw 1; } }],
]) {
  const r = q.parse(...args);
  j([Object.getPrototypeOf(r), Object.entries(r)]);
}
for (const args of [
  [{ a: [1, 'x'], b: true, c: null, d: undefined, e: {}, f: 1n, g: Infinity, h: 'é &😀' }], ['x'], [{ a: [] }], [{}],
  [{ a: 'b c', 'd e': 'f' }, ';', ':'], [{ a: 'b c' }, null, null, { encodeURIComponent: (s) => `<${s}>` }], [null], [[1, 2]],
]) j(q.stringify(...args));
j([q.escape("a b!'()*~"), q.escape(5), q.escape({ toString: () => 'z' }), q.unescape('%41%zz+'), q.unescape('%E4+')]);
j([...q.unescapeBuffer('a%ff+b', true)]);
try {
  q.escape('\ud800');
} catch (e) {
  j([e.name, e.message, e.code]);
}
