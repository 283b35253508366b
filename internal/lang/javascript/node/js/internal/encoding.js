// TextEncoder and TextDecoder, the latter for UTF-8, UTF-16LE and latin1.
const bytes = require('internal:bytes');
const { coded, argType } = require('internal:errors');
const { Uint8Array, ArrayBuffer, SharedArrayBuffer, Object, Symbol, String, Boolean, TypeError, RangeError } = internal.global;
const isView = ArrayBuffer.isView;
const inspect = Symbol.for('nodejs.util.inspect.custom');

class TextEncoder {
  get encoding() {
    return 'utf-8';
  }
  encode(text = '') {
    return new Uint8Array(bytes.encode(String(text), 'utf8'));
  }
  encodeInto(text, into) {
    if (typeof text !== 'string') throw argType('src', 'of type string', text);
    if (!(into instanceof Uint8Array)) throw argType('dest', 'an instance of Uint8Array', into);
    const written = bytes.write(into, text, 'utf8', 0, into.length);
    return { read: bytes.decode(into, 'utf8', 0, written).length, written };
  }
}

const labels = Object.assign(Object.create(null), {
  'utf-8': 'utf-8', utf8: 'utf-8', 'unicode-1-1-utf-8': 'utf-8', unicode11utf8: 'utf-8', unicode20utf8: 'utf-8', 'x-unicode20utf8': 'utf-8',
  'utf-16': 'utf-16le', 'utf-16le': 'utf-16le', 'ucs-2': 'utf-16le', unicode: 'utf-16le', csunicode: 'utf-16le', 'iso-10646-ucs-2': 'utf-16le',
  latin1: 'windows-1252', ascii: 'windows-1252', 'us-ascii': 'windows-1252', 'iso-8859-1': 'windows-1252', iso88591: 'windows-1252',
  'windows-1252': 'windows-1252', 'x-cp1252': 'windows-1252', cp1252: 'windows-1252', l1: 'windows-1252', 'iso_8859-1': 'windows-1252',
});
const names = { 'utf-8': 'utf8', 'utf-16le': 'utf16le', 'windows-1252': 'latin1' };
// What windows-1252 has at 0x80 to 0x9f.
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

// viewOf returns the bytes of any kind of buffer.
function viewOf(input) {
  if (input === undefined) return new Uint8Array(0);
  if (input instanceof ArrayBuffer || (SharedArrayBuffer !== undefined && input instanceof SharedArrayBuffer)) return new Uint8Array(input);
  if (isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  throw coded(TypeError, 'ERR_INVALID_ARG_TYPE', 'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.');
}

class TextDecoder {
  #encoding;
  #fatal;
  #ignoreBOM;
  #kept = new Uint8Array(0); // the beginning of a character
  #begun = false; // a character has come: no mark may follow

  constructor(label = 'utf-8', options = {}) {
    const encoding = labels[String(label).trim().toLowerCase()];
    if (encoding === undefined) throw coded(RangeError, 'ERR_ENCODING_NOT_SUPPORTED', `The "${label}" encoding is not supported`);
    this.#encoding = encoding;
    this.#fatal = Boolean(options?.fatal);
    this.#ignoreBOM = Boolean(options?.ignoreBOM);
  }
  get encoding() {
    return this.#encoding;
  }
  get fatal() {
    return this.#fatal;
  }
  get ignoreBOM() {
    return this.#ignoreBOM;
  }

  decode(input, options) {
    let data = viewOf(input);
    if (this.#kept.length > 0) {
      const joined = new Uint8Array(this.#kept.length + data.length);
      joined.set(this.#kept);
      joined.set(data, this.#kept.length);
      data = joined;
      this.#kept = new Uint8Array(0);
    }
    const stream = Boolean(options?.stream);
    if (stream) data = this.#keep(data);
    const text = this.#text(data);
    if (!stream) this.#begun = false;
    return text;
  }

  // #keep takes off what begins a character and returns the rest.
  #keep(data) {
    let n = 0;
    if (this.#encoding === 'utf-8') n = bytes.incomplete(data);
    if (this.#encoding === 'utf-16le') {
      n = data.length % 2;
      const high = data[data.length - n - 1];
      if (high >= 0xd8 && high <= 0xdb) n += 2;
    }
    if (n === 0) return data;
    this.#kept = data.slice(data.length - n);
    return data.subarray(0, data.length - n);
  }

  #text(data) {
    if (this.#fatal) this.#check(data);
    let text = bytes.decode(data, names[this.#encoding]);
    if (this.#encoding === 'windows-1252') return text.replace(/[\u0080-\u009f]/g, (c) => windows[c.charCodeAt(0) - 0x80]);
    if (this.#encoding === 'utf-16le') text = wellFormed(text) + (data.length % 2 === 1 ? '\ufffd' : '');
    const marked = !this.#begun && !this.#ignoreBOM && text[0] === '\ufeff';
    if (text !== '') this.#begun = true;
    return marked ? text.slice(1) : text;
  }

  #check(data) {
    let good = true;
    if (this.#encoding === 'utf-8') good = bytes.validUTF8(data);
    else if (this.#encoding === 'utf-16le') {
      const text = bytes.decode(data, 'utf16le');
      good = data.length % 2 === 0 && wellFormed(text) === text;
    }
    if (good) return;
    this.#begun = false;
    throw coded(TypeError, 'ERR_ENCODING_INVALID_ENCODED_DATA', `The encoded data was not valid for encoding ${this.#encoding}`);
  }

  [inspect]() {
    return `TextDecoder { encoding: '${this.#encoding}', fatal: ${this.#fatal}, ignoreBOM: ${this.#ignoreBOM} }`;
  }
}

function wellFormed(text) {
  let out = '';
  for (const c of text) out += c.length === 1 && c >= '\ud800' && c <= '\udfff' ? '\ufffd' : c;
  return out;
}

for (const Class of [TextEncoder, TextDecoder]) {
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: Class.name, configurable: true });
}
module.exports = { TextEncoder, TextDecoder };
