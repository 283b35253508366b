// What buffer exports beside Buffer.
const { argType } = require('internal:errors');
const { Buffer } = require('buffer');
const { Uint8Array, ArrayBuffer, SharedArrayBuffer, String } = internal.global;
const bytes = require('internal:bytes');

function domException(message) {
  const DOMException = internal.host('DOMException') ?? require('internal:abort').DOMException;
  return new DOMException(message, 'InvalidCharacterError');
}

function atob(input) {
  let text = String(input).replace(/[\t\n\f\r ]/g, '');
  if (text.length % 4 === 0) text = text.replace(/==?$/, '');
  if (/[^A-Za-z0-9+/]/.test(text)) throw domException('Invalid character');
  if (text.length % 4 === 1) throw domException('The string to be decoded is not correctly encoded.');
  return Buffer.from(text, 'base64').toString('latin1');
}

function btoa(input) {
  const text = String(input);
  if (/[^\u0000-\u00ff]/.test(text)) throw domException('Invalid character');
  return Buffer.from(text, 'latin1').toString('base64');
}

// whole is a view of all of a buffer of any kind.
function whole(v) {
  if (v instanceof ArrayBuffer || (SharedArrayBuffer !== undefined && v instanceof SharedArrayBuffer)) return new Uint8Array(v);
  if (ArrayBuffer.isView(v)) return new Uint8Array(v.buffer, v.byteOffset, v.byteLength);
  throw argType('input', 'an instance of ArrayBuffer, Buffer, or TypedArray', v);
}

function transcode(source, from, to) {
  if (!(source instanceof Uint8Array)) throw argType('source', 'an instance of Buffer or Uint8Array', source);
  const text = Buffer.from(source.buffer, source.byteOffset, source.byteLength).toString(from);
  const narrow = ['latin1', 'binary', 'ascii'].includes(to);
  return Buffer.from(narrow ? text.replace(/[^\u0000-\u00ff]/g, '?') : text, to);
}

module.exports = {
  atob, btoa, transcode,
  isUtf8: (v) => bytes.validUTF8(whole(v)),
  isAscii: (v) => !whole(v).some((c) => c > 127),
};
