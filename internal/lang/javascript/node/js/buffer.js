// Buffer, a Uint8Array that knows encodings. No buffer is made larger than 64 MiB.
const { coded, argType, argValue, outOfRange, check } = require('internal:errors');
const bytes = require('internal:bytes');
const { Uint8Array, ArrayBuffer, SharedArrayBuffer, Array, Number, Object, Math, String, Symbol, TypeError, RangeError, Reflect } = internal.global;
const defineProperty = Object.defineProperty;
const isView = ArrayBuffer.isView;
const isArray = Array.isArray;
const setBytes = Uint8Array.prototype.set;
const fillBytes = Uint8Array.prototype.fill;

const maxLength = 64 * 1024 * 1024;
const maxString = 536870888;
const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');

const encodings = Object.assign(Object.create(null), {
  utf8: 'utf8', 'utf-8': 'utf8', hex: 'hex', base64: 'base64', base64url: 'base64url', ascii: 'ascii',
  latin1: 'latin1', binary: 'latin1', ucs2: 'utf16le', 'ucs-2': 'utf16le', utf16le: 'utf16le', 'utf-16le': 'utf16le',
});

// known returns the name that internal:bytes has for an encoding, undefined for none.
const known = (encoding) => encodings[encoding] ?? encodings[String(encoding).toLowerCase()];

function encodingOf(encoding) {
  if (encoding === undefined || encoding === null || encoding === '') return 'utf8';
  const name = known(encoding);
  if (name === undefined) throw coded(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${String(encoding)}`);
  return name;
}

class FastBuffer extends Uint8Array {}

// Buffer may be called with and without new, as programs of old do.
function Buffer(value, encodingOrOffset, length) {
  if (typeof value !== 'number') return Buffer.from(value, encodingOrOffset, length);
  if (typeof encodingOrOffset === 'string') throw argType('string', 'of type string', value);
  return Buffer.alloc(value);
}
Buffer.prototype = FastBuffer.prototype;
defineProperty(Buffer.prototype, 'constructor', { value: Buffer, writable: true, configurable: true });
Object.setPrototypeOf(Buffer, Uint8Array);
defineProperty(Buffer, Symbol.species, { configurable: true, get: () => FastBuffer });

function checkSize(size) {
  if (typeof size !== 'number') throw argType('size', 'of type number', size);
  if (!(size >= 0 && size <= maxLength)) throw outOfRange('size', `>= 0 && <= ${maxLength}`, size);
}

const isBytes = (v) => v instanceof Uint8Array;
const isBuffer = (v) => v instanceof Buffer;
const isArrayBuffer = (v) => v instanceof ArrayBuffer || (SharedArrayBuffer !== undefined && v instanceof SharedArrayBuffer);

function fromString(text, encoding) {
  const buffer = bytes.encode(text, encodingOf(encoding));
  if (buffer === undefined) throw outOfRange('string.length', `<= ${maxLength}`, text.length);
  return new FastBuffer(buffer);
}

function fromArrayBuffer(buffer, offset, length) {
  const from = offset === undefined ? 0 : Number(offset) || 0;
  const most = buffer.byteLength - from;
  if (most < 0) throw coded(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', '"offset" is outside of buffer bounds');
  if (length === undefined) return new FastBuffer(buffer, from);
  const size = Number(length) > 0 ? Number(length) : 0;
  if (size > most) throw coded(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', '"length" is outside of buffer bounds');
  return new FastBuffer(buffer, from, size);
}

function fromArrayLike(list) {
  const n = list.length;
  if (!(n > 0)) return new FastBuffer();
  checkSize(n);
  const made = new FastBuffer(n);
  if (isView(list)) setBytes.call(made, list);
  else for (let i = 0; i < n; i++) made[i] = list[i];
  return made;
}

// fromObject returns undefined for an object that no buffer can be made of.
function fromObject(v) {
  if (v.length !== undefined || isArrayBuffer(v.buffer)) {
    return typeof v.length === 'number' ? fromArrayLike(v) : new FastBuffer();
  }
  if (v.type === 'Buffer' && isArray(v.data)) return fromArrayLike(v.data);
  return undefined;
}

const expected = 'of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object';

Buffer.from = function from(value, encodingOrOffset, length) {
  if (typeof value === 'string') return fromString(value, encodingOrOffset);
  if (typeof value !== 'object' || value === null) throw argType('first argument', expected, value);
  if (isArrayBuffer(value)) return fromArrayBuffer(value, encodingOrOffset, length);
  const inner = value.valueOf?.();
  if (inner !== undefined && inner !== null && inner !== value && (typeof inner === 'string' || typeof inner === 'object')) {
    return from(inner, encodingOrOffset, length);
  }
  const made = fromObject(value);
  if (made !== undefined) return made;
  if (typeof value[Symbol.toPrimitive] === 'function') {
    const primitive = value[Symbol.toPrimitive]('string');
    if (typeof primitive === 'string') return fromString(primitive, encodingOrOffset);
  }
  throw argType('first argument', expected, value);
};

Buffer.alloc = function alloc(size, fill, encoding) {
  checkSize(size);
  const made = new FastBuffer(size);
  if (fill !== undefined && fill !== 0 && size > 0) made.fill(fill, encoding);
  return made;
};
Buffer.allocUnsafe = function allocUnsafe(size) {
  checkSize(size);
  return new FastBuffer(size);
};
Buffer.allocUnsafeSlow = Buffer.allocUnsafe;
Buffer.of = (...items) => fromArrayLike(items);
Buffer.copyBytesFrom = function copyBytesFrom(view, offset = 0, length = view.length - offset) {
  if (!isView(view)) throw argType('view', 'an instance of TypedArray', view);
  const part = view.slice(offset, offset + length);
  return Buffer.from(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
};
Buffer.isBuffer = isBuffer;
Buffer.isEncoding = (encoding) => typeof encoding === 'string' && encoding.length !== 0 && known(encoding) !== undefined;
Buffer.poolSize = 8192;

function checkBytes(v, name) {
  if (!isBytes(v)) throw argType(name, 'an instance of Buffer or Uint8Array', v);
}

Buffer.compare = function compare(a, b) {
  checkBytes(a, 'buf1');
  checkBytes(b, 'buf2');
  return bytes.compare(a, b);
};

Buffer.concat = function concat(list, length) {
  if (!isArray(list)) throw argType('list', 'an instance of Array', list);
  if (length === undefined) {
    length = 0;
    for (let i = 0; i < list.length; i++) if (list[i].length) length += list[i].length;
  } else check.integer(length, 'length', 0);
  checkSize(length);
  const made = new FastBuffer(length);
  let at = 0;
  for (let i = 0; i < list.length; i++) {
    const part = list[i];
    if (!isBytes(part)) throw argType(`list[${i}]`, 'an instance of Buffer or Uint8Array', part);
    if (at >= length) continue;
    setBytes.call(made, part.length > length - at ? part.subarray(0, length - at) : part, at);
    at += part.length;
  }
  return made;
};

Buffer.byteLength = function byteLength(v, encoding) {
  if (typeof v !== 'string') {
    if (isView(v) || isArrayBuffer(v)) return v.byteLength;
    throw argType('string', 'of type string or an instance of Buffer or ArrayBuffer', v);
  }
  switch (known(encoding) ?? 'utf8') {
    case 'latin1':
    case 'ascii':
      return v.length;
    case 'utf16le':
      return v.length * 2;
    case 'hex':
      return v.length >>> 1;
    case 'base64':
    case 'base64url': {
      const pad = v.endsWith('==') ? 2 : v.endsWith('=') ? 1 : 0;
      return ((v.length - pad) * 3) >>> 2;
    }
    default:
      return bytes.byteLength(v);
  }
};

// within makes an index of what a program gives for one: default for undefined.
function within(v, standard, most) {
  if (v === undefined) return standard;
  const n = Math.trunc(Number(v)) || 0;
  return n < 0 ? 0 : n > most ? most : n;
}

function checkOffset(v, name, least, most) {
  if (typeof v !== 'number') throw argType(name, 'of type number', v);
  if (!Number.isInteger(v)) throw outOfRange(name, 'an integer', v);
  if (v < least || v > most) throw outOfRange(name, `>= ${least} && <= ${most}`, v);
}

const methods = {
  toString(encoding, start, end) {
    const n = this.length;
    if (arguments.length === 0) return bytes.decode(this, 'utf8');
    const from = within(start, 0, n);
    const to = within(end, n, n);
    if (to <= from) return '';
    return bytes.decode(this, encodingOf(encoding), from, to);
  },

  write(text, offset, length, encoding) {
    if (typeof text !== 'string') throw coded(TypeError, 'ERR_INVALID_ARG_TYPE', 'argument must be a string');
    if (typeof offset === 'string') [offset, length, encoding] = [undefined, undefined, offset];
    else if (typeof length === 'string') [length, encoding] = [undefined, length];
    if (offset === undefined) offset = 0;
    else checkOffset(offset, 'offset', 0, this.length);
    const rest = this.length - offset;
    if (length === undefined) length = rest;
    else checkOffset(length, 'length', 0, this.length);
    return bytes.write(this, text, encodingOf(encoding), offset, offset + Math.min(length, rest));
  },

  equals(other) {
    checkBytes(other, 'otherBuffer');
    return this === other || (this.length === other.length && bytes.compare(this, other) === 0);
  },

  compare(target, targetStart = 0, targetEnd = target?.length, sourceStart = 0, sourceEnd = this.length) {
    checkBytes(target, 'target');
    checkOffset(targetStart, 'targetStart', 0, Number.MAX_SAFE_INTEGER);
    checkOffset(targetEnd, 'targetEnd', 0, target.length);
    checkOffset(sourceStart, 'sourceStart', 0, Number.MAX_SAFE_INTEGER);
    checkOffset(sourceEnd, 'sourceEnd', 0, this.length);
    if (sourceStart >= sourceEnd) return targetStart >= targetEnd ? 0 : -1;
    if (targetStart >= targetEnd) return 1;
    return bytes.compare(part(this, sourceStart, sourceEnd), part(target, targetStart, targetEnd));
  },

  copy(target, targetStart, sourceStart, sourceEnd) {
    if (!isBytes(target)) throw argType('target', 'an instance of Buffer or Uint8Array', target);
    const to = index(targetStart, 0, 'targetStart');
    const from = index(sourceStart, 0, 'sourceStart', this.length);
    let end = index(sourceEnd, this.length, 'sourceEnd');
    if (end > this.length) end = this.length;
    if (to >= target.length || from >= end) return 0;
    const n = Math.min(end - from, target.length - to);
    setBytes.call(target, part(this, from, from + n), to);
    return n;
  },

  fill(value, start, end, encoding) {
    if (typeof start === 'string') [start, end, encoding] = [undefined, undefined, start];
    else if (typeof end === 'string') [end, encoding] = [undefined, end];
    if (start !== undefined) checkOffset(start, 'offset', 0, this.length);
    if (end !== undefined) checkOffset(end, 'end', 0, this.length);
    const from = start ?? 0;
    const to = end ?? this.length;
    let pattern = value;
    if (typeof value === 'string') {
      const name = encodingOf(encoding);
      if (value === '') return fillBytes.call(this, 0, from, to);
      pattern = fromString(value, name);
    } else if (!isBytes(value)) return fillBytes.call(this, Number(value) & 255, from, to);
    if (pattern.length === 0) throw argValue('value', value);
    if (from < to) bytes.fill(part(this, from, to), pattern);
    return this;
  },

  indexOf(value, byteOffset, encoding) {
    return search(this, value, byteOffset, encoding, true);
  },
  lastIndexOf(value, byteOffset, encoding) {
    return search(this, value, byteOffset, encoding, false);
  },
  includes(value, byteOffset, encoding) {
    return search(this, value, byteOffset, encoding, true) !== -1;
  },

  subarray(start, end) {
    const n = this.length;
    const from = relative(start, n, 0);
    const to = relative(end, n, n);
    return new FastBuffer(this.buffer, this.byteOffset + from, to > from ? to - from : 0);
  },
  slice(start, end) {
    return this.subarray(start, end);
  },

  toJSON() {
    const data = new Array(this.length);
    for (let i = 0; i < data.length; i++) data[i] = this[i];
    return { type: 'Buffer', data };
  },

  swap16() {
    return swap(this, 2);
  },
  swap32() {
    return swap(this, 4);
  },
  swap64() {
    return swap(this, 8);
  },

  [inspectSymbol](depth, options) {
    const shown = Math.min(exported.INSPECT_MAX_BYTES, this.length);
    let text = bytes.decode(this, 'hex', 0, shown).replace(/(.{2})/g, '$1 ').trim();
    const more = this.length - shown;
    if (more > 0) text += ` ... ${more} more byte${more > 1 ? 's' : ''}`;
    return `<${this.constructor.name} ${text}>`;
  },
};

// part is a view of some of a's bytes.
const part = (a, from, to) => new Uint8Array(a.buffer, a.byteOffset + from, to - from);

function index(v, standard, name, most = Infinity) {
  if (v === undefined) return standard;
  const n = Math.trunc(Number(v)) || 0;
  if (n < 0 || n > most) throw outOfRange(name, most === Infinity ? '>= 0' : `>= 0 && <= ${most}`, v);
  return n;
}

// relative is an index that counts from the end where it is negative.
function relative(v, n, standard) {
  if (v === undefined) return standard;
  const at = Math.trunc(Number(v)) || 0;
  if (at < 0) return at + n < 0 ? 0 : at + n;
  return at > n ? n : at;
}

// search is indexOf, or lastIndexOf when not forward.
function search(buffer, value, offset, encoding, forward) {
  if (typeof offset === 'string') [offset, encoding] = [undefined, offset];
  const n = buffer.length;
  let from = Number(offset);
  if (from !== from) from = forward ? 0 : n;
  from = Math.trunc(from);
  if (from < 0) from += n;
  if (from < 0) {
    if (!forward) return -1;
    from = 0;
  }
  if (from > n) {
    if (forward) return typeof value === 'string' && value === '' ? n : -1;
    from = n;
  }
  let pattern;
  if (typeof value === 'number') pattern = new Uint8Array([value & 255]);
  else if (typeof value === 'string') pattern = fromString(value, encoding);
  else if (isBytes(value)) pattern = value;
  else throw argType('value', 'one of type number or string or an instance of Buffer or Uint8Array', value);
  return forward ? bytes.indexOf(buffer, pattern, from) : bytes.lastIndexOf(buffer, pattern, from);
}

function swap(buffer, size) {
  const n = buffer.length;
  if (n % size !== 0) throw coded(RangeError, 'ERR_INVALID_BUFFER_SIZE', `Buffer size must be a multiple of ${size * 8}-bits`);
  for (let i = 0; i < n; i += size) {
    for (let a = i, b = i + size - 1; a < b; a++, b--) [buffer[a], buffer[b]] = [buffer[b], buffer[a]];
  }
  return buffer;
}

for (const key of Reflect.ownKeys(methods)) {
  defineProperty(Buffer.prototype, key, { value: methods[key], writable: true, configurable: true, enumerable: true });
}
Buffer.prototype.toLocaleString = Buffer.prototype.toString;
defineProperty(Buffer.prototype, 'parent', { configurable: true, enumerable: true, get() { return this.buffer; } });
defineProperty(Buffer.prototype, 'offset', { configurable: true, enumerable: true, get() { return this.byteOffset; } });
require('internal:numbers')(Buffer.prototype);

// What few programs use is loaded when they do.
const others = () => require('internal:transcode');

const exported = {
  Buffer, SlowBuffer: Buffer.allocUnsafeSlow,
  atob: (text) => others().atob(text),
  btoa: (text) => others().btoa(text),
  transcode: (source, from, to) => others().transcode(source, from, to),
  isUtf8: (v) => others().isUtf8(v),
  isAscii: (v) => others().isAscii(v),
  kMaxLength: maxLength, kStringMaxLength: maxString,
  constants: { MAX_LENGTH: maxLength, MAX_STRING_LENGTH: maxString },
  INSPECT_MAX_BYTES: 50,
};
module.exports = exported;
