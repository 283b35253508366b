// StringDecoder: text of chunks that end anywhere.
const bytes = require('internal:bytes');
const { Buffer } = require('buffer');
const { coded, argType } = require('internal:errors');
const { ArrayBuffer, String, TypeError } = internal.global;

const names = {
  __proto__: null,
  utf8: 'utf8', 'utf-8': 'utf8', ucs2: 'utf16le', 'ucs-2': 'utf16le', utf16le: 'utf16le', 'utf-16le': 'utf16le',
  latin1: 'latin1', binary: 'latin1', base64: 'base64', base64url: 'base64url', ascii: 'ascii', hex: 'hex',
};

function encodingOf(encoding) {
  if (encoding === undefined || encoding === null || encoding === '') return 'utf8';
  const name = names[String(encoding).toLowerCase()];
  if (name === undefined) throw coded(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${encoding}`);
  return name;
}

function StringDecoder(encoding) {
  this.encoding = encodingOf(encoding);
  this.lastChar = Buffer.alloc(0); // what begins a character
}

// kept returns how many bytes at the end have to wait for more.
function kept(data, encoding) {
  switch (encoding) {
    case 'utf8':
      return bytes.incomplete(data);
    case 'base64':
    case 'base64url':
      return data.length % 3;
    case 'utf16le': {
      const odd = data.length % 2;
      const high = data[data.length - odd - 1];
      return high >= 0xd8 && high <= 0xdb ? odd + 2 : odd;
    }
  }
  return 0;
}

StringDecoder.prototype.write = function write(chunk) {
  if (typeof chunk === 'string') return chunk;
  if (!ArrayBuffer.isView(chunk)) throw argType('buf', 'an instance of Buffer, TypedArray, or DataView', chunk);
  const part = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const data = this.lastChar.length > 0 ? Buffer.concat([this.lastChar, part]) : part;
  const n = kept(data, this.encoding);
  this.lastChar = Buffer.from(data.subarray(data.length - n));
  return bytes.decode(data, this.encoding, 0, data.length - n);
};

StringDecoder.prototype.end = function end(chunk) {
  let text = chunk === undefined ? '' : this.write(chunk);
  if (this.lastChar.length > 0) {
    text += bytes.decode(this.lastChar, this.encoding);
    this.lastChar = Buffer.alloc(0);
  }
  return text;
};

StringDecoder.prototype.text = function text(chunk, offset) {
  this.lastChar = Buffer.alloc(0);
  return this.write(chunk.slice(offset));
};

module.exports = { StringDecoder };
