const { Buffer } = require('node:buffer');
const show = (b) => b.toString('hex');
const attempt = (f) => { try { print('=', f()); } catch (e) { print(e.name, e.code, e.message); } };
const texts = ['', 'abc', 'é', '€uro', '😀x', '\ud800', 'a\udc00b', '\u0000\u00ff', 'aGk=', 'aGVsbG8', '-_-_', 'zz', 'abcdef0', '00ff10', '61 62', 'YQ==YQ==', 'Y\nQ', 'Y', '+/+/'];
for (const enc of ['utf8', 'hex', 'base64', 'base64url', 'latin1', 'ascii', 'utf16le', 'ucs2', 'binary', 'UTF-8']) {
  for (const t of texts) print(enc, JSON.stringify(t), show(Buffer.from(t, enc)), Buffer.byteLength(t, enc));
}
const raw = [[], [0x61], [0xff], [0xe2, 0x82], [0xe2, 0x82, 0xac], [0xf0, 0x9f, 0x98], [0xf0, 0x9f, 0x98, 0x80], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xef, 0xbb, 0xbf, 0x61], [0x80, 0x81, 0x62], [0xe2, 0x28, 0xa1], [0xf8, 0x88], [1, 2, 3, 250, 251]];
for (const enc of ['utf8', 'hex', 'base64', 'base64url', 'latin1', 'ascii', 'utf16le']) {
  for (const r of raw) { const s = Buffer.from(r).toString(enc); print(enc, r.join(','), JSON.stringify(s), [...s].length); }
}
const b = Buffer.from('hello world');
print(b.length, b.toString('utf8', 1, 4), b.toString(undefined, 6), b.toString('hex', -3, 2), b.toString('utf8', 3, 1), String(b), JSON.stringify(b.slice(0, 3)));
const s = b.subarray(2, -3); s[0] = 88; print(b.toString(), s.toString(), s instanceof Buffer, s.buffer === b.buffer, Buffer.isBuffer(s), Buffer.isBuffer(new Uint8Array(1)));
print(b.indexOf('o'), b.indexOf('o', 5), b.lastIndexOf('o'), b.lastIndexOf('o', 5), b.indexOf('zz'), b.includes('wor'), b.indexOf(111), b.indexOf(Buffer.from('wo')), b.indexOf(''), b.indexOf('', 99), b.lastIndexOf(''), b.indexOf('o', -4), b.lastIndexOf('h', -99), b.indexOf('6f', 'hex'), b.lastIndexOf('world', 6), b.lastIndexOf('world', 5));
print(show(Buffer.concat([Buffer.from('a'), new Uint8Array([1, 2]), Buffer.alloc(0)])), show(Buffer.concat([Buffer.from('abc')], 2)), show(Buffer.concat([Buffer.from('abc')], 5)), show(Buffer.concat([])));
print(Buffer.compare(Buffer.from('a'), Buffer.from('b')), Buffer.from('b').compare(Buffer.from('a')), Buffer.from('abc').compare(Buffer.from('xabcx'), 1, 4), Buffer.from('a').equals(new Uint8Array([97])), Buffer.from('a').equals(Buffer.from('ab')));
print(show(Buffer.alloc(5, 'ab')), show(Buffer.alloc(3, 1)), show(Buffer.alloc(4, 'YQ==', 'base64')), show(Buffer.alloc(3, '')), show(Buffer.alloc(3).fill('abcdef', 1)), show(Buffer.alloc(4).fill(257)), show(Buffer.alloc(4).fill('é', 1, 3)), show(Buffer.alloc(3).fill(Buffer.from([1, 2]))), show(Buffer.alloc(2, true)));
const w = Buffer.alloc(8);
print(w.write('abc'), w.write('é€', 3), show(w), w.write('€€', 4, 'utf8'), show(w), w.write('zz', 1, 1), w.write('ffee', 'hex'), show(w), w.write('ab', 6, 'utf16le'), w.write('x', 8));
const c = Buffer.alloc(4); print(Buffer.from('abcdef').copy(c, 1, 2), show(c), Buffer.from('abcdef').copy(c, 0, 1, 3), show(c), c.copy(c, 1), show(c), c.copy(c, 9), Buffer.from('ab').copy(c, 0, 2));
print(show(Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]).swap16()), show(Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]).swap32()), show(Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]).swap64()));
print(show(Buffer.from([256, -1, '3', 1.9, NaN])), show(Buffer.from({ length: 2, 0: 5, 1: 6 })), show(Buffer.from({ type: 'Buffer', data: [7] })), show(Buffer.from(new String('str'))), show(Buffer.from(new Uint16Array([1, 258]))), show(Buffer.from(new Uint8Array([1, 2, 3]).buffer, 1)), show(Buffer.from(new Uint8Array([1, 2, 3]).buffer, 1, 1)), show(Buffer.of(1, 2)), show(Buffer.from(JSON.parse(JSON.stringify(Buffer.from('q'))))));
const d = Buffer.from([0x80, 0xff, 0x01, 0x7f, 0x10, 0x20, 0xfe, 0x90, 0x3f]);
for (const k of ['UInt8', 'Int8', 'UInt16LE', 'UInt16BE', 'Int16LE', 'Int16BE', 'UInt32LE', 'UInt32BE', 'Int32LE', 'Int32BE', 'FloatLE', 'FloatBE', 'DoubleLE', 'DoubleBE', 'BigUInt64LE', 'BigUInt64BE', 'BigInt64LE', 'BigInt64BE']) {
  print(k, d[`read${k}`](), d[`read${k}`](1));
  const o = Buffer.alloc(10);
  const v = k.startsWith('Big') ? 5n : 5.7;
  print(o[`write${k}`](v, 1), show(o), k.includes('U') ? '' : show(o) + o[`write${k}`](k.startsWith('Big') ? -2n : -2, 1) + show(o));
  attempt(() => d[`read${k}`](9)); attempt(() => d[`read${k}`](-1)); attempt(() => d[`read${k}`](0.5)); attempt(() => d[`read${k}`]('0')); attempt(() => Buffer.alloc(0)[`read${k}`]());
  attempt(() => o[`write${k}`](k.startsWith('Big') ? 2n ** 64n : 2 ** 40, 0)); attempt(() => o[`write${k}`](k.startsWith('Big') ? -(2n ** 64n) : -(2 ** 40), 0)); attempt(() => o[`write${k}`](k.startsWith('Big') ? 1n : 1, 11));
}
for (const n of [1, 2, 3, 4, 5, 6]) {
  const o = Buffer.alloc(6);
  print(n, d.readUIntLE(0, n), d.readUIntBE(0, n), d.readIntLE(0, n), d.readIntBE(0, n), o.writeUIntBE(200, 0, n), show(o), o.writeIntLE(-3, 0, n), show(o));
  attempt(() => o.writeUIntLE(2 ** 48, 0, n)); attempt(() => o.writeIntBE(-(2 ** 47) - 1, 0, n));
}
attempt(() => d.readUIntLE(0, 7)); attempt(() => d.readUIntLE(0)); attempt(() => d.readUintBE(4, 6)); attempt(() => d.readUint8()); attempt(() => d.readUint32LE(1)); attempt(() => d.readBigUint64LE());
for (const f of [() => Buffer.from(5), () => Buffer.from(null), () => Buffer.from({}), () => Buffer.from(), () => Buffer.alloc('5'), () => Buffer.concat('a'), () => Buffer.concat([1]), () => Buffer.from('a', 'nope'), () => b.toString('nope'), () => Buffer.from('abc').swap16(), () => Buffer.byteLength(5), () => b.equals('a'), () => Buffer.compare('a', b), () => b.write(5), () => b.write('a', 99), () => b.indexOf({}), () => Buffer.from(new ArrayBuffer(2), 3), () => Buffer.from(new ArrayBuffer(2), 0, 5), () => b.fill('zz', 'hex'), () => b.copy(5), () => b.copy(c, -1)]) attempt(f);
print(Buffer.isEncoding('utf8'), Buffer.isEncoding('UTF-16LE'), Buffer.isEncoding('nope'), Buffer.isEncoding(5), Buffer.isEncoding(''), Buffer.isEncoding('binary'), Buffer.poolSize);
print(new Buffer('abc').toString(), Buffer('x').length, new Buffer(3).length, [...Buffer.from('ab').entries()].join(';'), Buffer.from('abc').map((x) => x + 1).toString(), Buffer.from('abc').map((x) => x) instanceof Buffer, Buffer.name, Buffer.from('a').constructor === Buffer, Buffer.prototype instanceof Uint8Array, Object.prototype.toString.call(Buffer.from('')));
const { atob, btoa, transcode, isUtf8, isAscii } = require('buffer');
print(btoa('hé'), JSON.stringify(atob('aOk=')), atob(' a G k '), show(transcode(Buffer.from('€é'), 'utf8', 'latin1')), isUtf8(Buffer.from([0xff])), isUtf8(Buffer.from('é')), isAscii(Buffer.from('é')), isAscii(Buffer.from('e')));
attempt(() => btoa('€')); attempt(() => atob('a')); attempt(() => atob('a*bc'));
const custom = Symbol.for('nodejs.util.inspect.custom');
print(Buffer.from('abc')[custom](), Buffer.alloc(0)[custom](), Buffer.alloc(52)[custom]());
