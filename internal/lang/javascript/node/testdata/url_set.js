const { URL, URLSearchParams } = require('url');
const values = {
  href: ['http://x/', ' foo:y '],
  origin: ['http://x'],
  protocol: ['https', 'https:', 'ftp:x', 'foo', 'file', '1x', '', 'WS'],
  username: ['', 'é:@', 'a b'],
  password: ['', 'x/y'],
  host: ['x:1', 'x', 'x:', '', 'x/y:2', 'a b', '[::1]:2', 'x?y', '1.2', 'x:99999', 'x:1z', 'x\\y'],
  hostname: ['x', 'x:1', '', '[::2]', 'a#b', '日本'],
  port: ['1', '', '80', '443', '65536', '1x', 'x', '-1', ' 2', '0001'],
  pathname: ['x', '/a/../b', '', 'a?b#c', '\\x', ' y ', '//z'],
  search: ['x', '?x y', '', '?', "a'b#c", '??'],
  hash: ['x', '#x y', '', '#', '##`'],
};
const urls = ['http://u:p@h:8/a?b#c', 'https://h/', 'foo://h/a', 'mailto:a', 'file:///a', 'file://h/a', 'foo:/a', 'foo://u@h'];
for (const name of Object.keys(values)) {
  for (const url of urls) {
    if (url === 'foo:/a' && name.startsWith('host')) continue; // Node differs from the standard
    const out = [];
    for (const v of values[name]) {
      const u = new URL(url);
      try {
        'use strict';
        u[name] = v;
        out.push(u.href);
      } catch (e) {
        out.push(e.code || e.name);
      }
    }
    print(name, url, JSON.stringify(out));
  }
}
