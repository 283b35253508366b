const { URL, URLSearchParams } = require('url');
// Each line is a URL, or a URL and its base.
const cases = [
  ['http://a:b@c:1/x?y=1&z#q'], ['HTTP://EXAMPLE.com:80/'], ['https://h:443/'], ['ftp://h:21/a'], ['http://h:8080'], ['http://h:65536/'],
  ['http://h:/x'], ['http://h:0/'], ['http://h:00080/'], ['http://'], ['http:///h/p'], ['http:h/p'], ['http:/h'], ['http:\\\\h\\p'],
  ['http://h/a/./b/../c'], ['http://h/..'], ['http://h/a/..'], ['http://h/%2e%2E/a'], ['http://h/a/.%2e/b'], ['http://h/a//b/../'],
  ['http://h/ a"<>`{}|^?"<>\' #"<>` '], ['foo://h/ a?\'#x'], ['http://u%20:p@h/'], ['http://u@:p@h/'], ['http://@h'], ['http://:@h'], ['http://u:@h'],
  ['http://:p@h'], ['http://u@'], ['http://u:p@:80'], ['http://user:pass:word@h/'], ['http://h\\x@y/'],
  ['http://1.2.3'], ['http://0x7f.1'], ['http://0177.0.0.1'], ['http://256'], ['http://1.256.1.1'], ['http://4294967295'], ['http://4294967296'],
  ['http://1.2.3.4.5'], ['http://1.2.3.4.'], ['http://0x'], ['http://09'], ['http://a.09'], ['http://a.0x1'], ['http://1.2.0x'], ['http://1..2'],
  ['http://[::1]/'], ['http://[1:0:0:2:0:0:0:3]'], ['http://[::1.2.3.4]'], ['http://[0:0:0:0:0:0:0:0]'], ['http://[1:2:3:4:5:6:7:8]:9/'],
  ['http://[1::2::3]'], ['http://[::1'], ['http://[::1%25eth]'], ['http://[1:2:3:4:5:6:7::]'], ['http://[::FFFF:1.2.3.4]'], ['http://[]'], ['http://[::1]x'],
  ['http://ex ample/'], ['http://a%41b/'], ['http://a%00b/'], ['http://a%2fb/'], ['http://a_b-/'], ['http://a..b/'], ['http://h./'],
  ['http://bücher.example/ü?ü#ü'], ['http://xn--bcher-kva.example/'], ['http://日本語.jp'], ['http://ＧＯ.com'], ['http://faß.de'], ['http://xn--a/'],
  ['file:///a/b'], ['file://localhost/x'], ['file://h/x'], ['file:a'], ['file:/a'], ['file:///C|/x/../..'], ['file:'], ['file://C:/x'], ['file:C|/a'],
  ['file://h:1/x'], ['file://u@h/x'], ['file:\\\\h\\x'], ['file:///..'], ['file:////x'],
  ['mailto:a@b.c?subject=x#y'], ['mailto:'], ['data:text/plain,a b c'], ['javascript:alert(1)'], ['blob:http://h:1/x'], ['blob:x'], ['foo:bar baz '],
  ['foo:/a/../b'], ['foo://h'], ['foo://h:80/../x'], ['foo:///x'], ['foo://h/a b?c d#e f'], ['foo:/..//x'], ['foo://H%41/'], ['foo://h h/'], ['foo://[::1]/'],
  ['foo://:80/'], ['foo://u@/'], ['a+b-c.1:x'], ['1a:x'], [':x'], ['x'], [''], ['//h'], [' \t\nhttp://h/a\tb\nc '], ['ht\ntp://h'], ['http://h?'], ['http://h#'],
  ['http://h/?#'], ['http://h/?a?b#c#d'], ['ws://h:80/'], ['wss://h:443/x'], ['http://h/\ud800'], ['http://h/%'], ['http://h/%zz%41'],
  ['x', 'http://h/a/b?c#d'], ['/x', 'http://h/a/b'], ['../x', 'http://h/a/b/c'], ['../../../x', 'http://h/a'], ['//g/x', 'https://h/a'], ['?q', 'http://h/a/b?c#d'],
  ['#f', 'http://h/a/b?c#d'], ['', 'http://h/a/b?c#d'], ['./', 'http://h/a/b'], ['..', 'http://h/a/b/'], ['http:x', 'http://h/a/b'], ['https:x', 'http://h/a/b'],
  ['\\x', 'http://h/a/b'], ['\\\\g\\x', 'http://h/a/b'], ['x', 'mailto:a'], ['#f', 'mailto:a?q'], ['', 'mailto:a'], ['?x', 'mailto:a'], ['x', 'nope'], ['http://g', 'nope'], ['x', 'foo://h/a/b'],
  ['\\x', 'foo://h/a/b'], ['//g', 'foo://h/a'], ['/x', 'file:///C:/a/b'], ['x', 'file:///C:/a/b'], ['..', 'file:///C:/'], ['D:/x', 'file:///C:/a'], ['//h/x', 'file:///C:/a'],
  ['file:x', 'file:///a/b'], ['file:x', 'http://h/a'], ['?q', 'file:///a/b'], ['#f', 'file://h/a/b'], ['', 'file:///a/b?c#d'], ['/..', 'file:///C:/a'], ['D|', 'file:///C:/a/b'],
  ['foo:x', 'foo://h/a'], ['foo:/x', 'foo://h/a'], ['http:/x', 'http://h/a'], ['http:?x', 'http://h/a'], ['http:#x', 'http://h/a'], ['///g', 'http://h/a'], ['.', 'foo://h'], ['x', 'foo:/'],
];
const parts = ['href', 'origin', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'];
for (const c of cases) {
  let line;
  try {
    const u = new URL(...c);
    line = parts.map((p) => u[p]).join(' | ');
  } catch (e) {
    line = `${e.name} ${e.code} ${e.message} ${JSON.stringify(e.input)} ${JSON.stringify(e.base)}`;
  }
  print(JSON.stringify(c), '->', line, URL.canParse(...c));
}
