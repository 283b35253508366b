const { StringDecoder } = require('string_decoder');
const { TextEncoder, TextDecoder } = require('util');
const attempt = (f) => { try { print('=', JSON.stringify(f())); } catch (e) { print(e.name, e.code, e.message); } };
const bytes = [0xef, 0xbb, 0xbf, 0x61, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xff, 0xe2, 0x82, 0x62, 0xf0, 0x9f];
for (const enc of ['utf8', 'utf16le', 'base64', 'hex', 'latin1', 'ascii', 'base64url', 'UCS2']) {
  for (const size of [1, 2, 3, 5]) {
    const d = new StringDecoder(enc); const parts = [];
    for (let i = 0; i < bytes.length; i += size) parts.push(d.write(Buffer0(bytes.slice(i, i + size))));
    parts.push(d.end()); print(d.encoding, size, JSON.stringify(parts));
  }
}
function Buffer0(list) { return require('buffer').Buffer.from(list); }
attempt(() => new StringDecoder('nope')); attempt(() => new StringDecoder().write(5)); attempt(() => new StringDecoder().write('text')); attempt(() => { const d = new StringDecoder('utf8'); d.write(Buffer0([0xe2])); return [d.end(Buffer0([0x82, 0xac])), d.write(Buffer0([0x61])), d.end()]; });
print([...new TextEncoder().encode('aé€😀\ud800')].join(), new TextEncoder().encode().length, new TextEncoder().encoding, new TextEncoder().encode('x') instanceof Uint8Array);
const into = new Uint8Array(5); print(JSON.stringify(new TextEncoder().encodeInto('aé€x', into)), into.join(), JSON.stringify(new TextEncoder().encodeInto('😀😀', into)));
for (const label of ['utf-8', 'UTF8', 'utf-16le', 'utf-16', ' utf-8 ', 'nope']) attempt(() => new TextDecoder(label).encoding);
for (const label of ['utf-8', 'utf-16le']) {
  for (const opts of [{}, { fatal: true }, { ignoreBOM: true }]) {
    attempt(() => new TextDecoder(label, opts).decode(new Uint8Array(bytes))); attempt(() => new TextDecoder(label, opts).decode(new Uint8Array(bytes.slice(0, 4)))); attempt(() => new TextDecoder(label, opts).decode(new Uint8Array([0xff, 0xfe, 0x41, 0]))); attempt(() => new TextDecoder(label, opts).decode(new Uint8Array([0, 0xd8, 0x41, 0]))); attempt(() => new TextDecoder(label, opts).decode(new Uint8Array([0x41])));
    for (const size of [1, 2, 3]) { const d = new TextDecoder(label, opts); attempt(() => { const parts = []; for (let i = 0; i < bytes.length; i += size) parts.push(d.decode(new Uint8Array(bytes.slice(i, i + size)), { stream: true })); parts.push(d.decode()); return parts; }); }
  }
}
attempt(() => new TextDecoder().decode(new Uint16Array([0x6161]))); attempt(() => new TextDecoder().decode(new Uint8Array([97]).buffer)); attempt(() => new TextDecoder().decode(new DataView(new Uint8Array([97, 98]).buffer, 1))); attempt(() => new TextDecoder().decode()); attempt(() => new TextDecoder().decode('x')); attempt(() => [new TextDecoder('utf-8', { fatal: true }).fatal, new TextDecoder().ignoreBOM, Object.prototype.toString.call(new TextDecoder())]);
