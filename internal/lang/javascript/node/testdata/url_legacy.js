const { URL, URLSearchParams } = require("url");
const url = require('url');
const j = (v) => print(JSON.stringify(v));
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return `${e.name} ${e.code} ${e.message}`;
  }
};
j(Object.keys(url));
for (const s of [
  'http://u:p@h.com:8/p/a?q=1#h', '/p?x=1&y=2', 'mailto:a@b', 'javascript:alert(1)', '//h/p', 'x', 'HTTP://H.com', 'file:///a/b', 'http://h?x', 'http://h#f', '',
  'a:b', 'http://a.com:80 b', 'http://[::1]:80/', 'http://a@b@c/', 'http://h:/x', ' http://h/ ', 'http://h\\a\\b?c\\d', 'http://h/a b"<>', 'foo://h', '?x', '#y',
  'http://h/?a=\'b\'', 'http://user:pa%20ss@h/', 'http://h;x/', 'http://H:080/', 'coap:u@h', '/a?b?c#d#e', 'http://bücher.example/', 'http:/a', 'http:a', 'ws://h',
]) j(attempt(() => url.parse(s)));
j([url.parse('/p?x=1&y=2&x=3', true).query, url.parse('/p', true), url.parse('//h/p?q', false, true), attempt(() => url.parse(1))]);
for (const [a, b] of [
  ['/one/two/three', 'four'], ['http://example.com/', '/one'], ['http://example.com/one', '/two'], ['http://a/b/c/d?q', '../x?y#z'], ['http://a/b', '//c/d'],
  ['http://a/b/c', '.'], ['http://a/b/c', '..'], ['http://a/b/c/', './x/../y/'], ['http://a/b', '?q'], ['http://a/b?c#d', '#e'], ['http://a/b', 'https://x/y'],
  ['a/b', 'c'], ['a/b/', '../../../c'], ['/a', '../../b'], ['http://a', 'b'], ['http://u:p@a/b', 'c'], ['http://a/b', ''], ['', 'x'], ['mailto:a@b', 'c@d'],
]) print(a, b, '->', url.resolve(a, b));
for (const o of [
  { protocol: 'http', host: 'h', pathname: 'x', query: { a: 1 } }, { hostname: '::1', port: 1, search: 'a#b' }, { pathname: '/a?b#c' }, { protocol: 'mailto', pathname: 'a@b' },
  { protocol: 'file', pathname: '/x' }, { slashes: true, host: 'h' }, { auth: 'u:p@', host: 'h', protocol: 'https:' }, {}, { hash: 'x', search: '?y' }, 'http://h/a b', 1, null,
]) j(attempt(() => url.format(o)));
const u = new URL('http://u:p@xn--bcher-kva.example/x?y#z');
j([url.format(u), url.format(u, { auth: false, fragment: false, search: false }), url.format(u, { unicode: true })]);
j([url.domainToASCII('bücher.example'), url.domainToASCII('a b'), url.domainToUnicode('xn--bcher-kva.example'), url.domainToUnicode('x')]);
j([url.pathToFileURL('/a b#?%\\\n/').href, url.pathToFileURL('x').href, url.fileURLToPath('file:///a%20b'), url.fileURLToPath(new URL('file:///c'))]);
for (const v of ['http://x', 'file://x/y', 'file:///x%2fy', 1]) j(attempt(() => url.fileURLToPath(v)));
j(url.urlToHttpOptions(new URL('http://a:b@[::1]:1/x?y#q')));
j([url.URL === URL, url.URLSearchParams === URLSearchParams, url.parse('http://h') instanceof url.Url]);
