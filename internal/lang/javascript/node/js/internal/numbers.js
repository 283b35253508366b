// The methods of Buffer that read and write numbers.
const { coded, argType, outOfRange } = require('internal:errors');
const { Number, BigInt, Math, Float32Array, Float64Array, Uint8Array, RangeError } = internal.global;

const float32 = new Float32Array(1);
const float64 = new Float64Array(1);
const bytes32 = new Uint8Array(float32.buffer);
const bytes64 = new Uint8Array(float64.buffer);

// bad throws for an offset at which size bytes are not there.
function bad(buffer, offset, size, name = 'offset') {
  if (typeof offset !== 'number') throw argType(name, 'of type number', offset);
  if (!Number.isInteger(offset)) throw outOfRange(name, 'an integer', offset);
  const most = buffer.length - size;
  if (most < 0) throw coded(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', 'Attempt to access memory outside buffer bounds');
  throw outOfRange(name, `>= 0 and <= ${most}`, offset);
}

// place checks an offset.
function place(buffer, offset, size) {
  if (!Number.isInteger(offset) || offset < 0 || offset + size > buffer.length) bad(buffer, offset, size);
}

function read(buffer, offset, size, little) {
  place(buffer, offset, size);
  let v = 0;
  if (little) for (let i = offset + size - 1; i >= offset; i--) v = v * 256 + buffer[i];
  else for (let i = offset; i < offset + size; i++) v = v * 256 + buffer[i];
  return v;
}

const signed = (v, size) => (v >= 2 ** (8 * size - 1) ? v - 2 ** (8 * size) : v);

function checkValue(v, least, most, size) {
  if (v >= least && v <= most) return;
  if (v !== v) return;
  const n = typeof least === 'bigint' ? 'n' : '';
  const bits = size * 8;
  let range = `>= ${least}${n} and <= ${most}${n}`;
  if (size > 4) range = least == 0 ? `>= 0${n} and < 2${n} ** ${bits}${n}` : `>= -(2${n} ** ${bits - 1}${n}) and < 2${n} ** ${bits - 1}${n}`;
  throw outOfRange('value', range, v);
}

function put(buffer, v, offset, size, little) {
  let rest = v < 0 ? v + 2 ** (8 * size) : v;
  for (let i = 0; i < size; i++) {
    buffer[little ? offset + i : offset + size - 1 - i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return offset + size;
}

function write(buffer, value, offset, size, little, least, most) {
  const v = +value;
  checkValue(v, least, most, size);
  place(buffer, offset, size);
  return put(buffer, v === v ? Math.trunc(v) : 0, offset, size, little);
}

function checkLength(n) {
  if (typeof n !== 'number') throw argType('byteLength', 'of type number', n);
  if (!Number.isInteger(n)) throw outOfRange('byteLength', 'an integer', n);
  if (n < 1 || n > 6) throw outOfRange('byteLength', '>= 1 and <= 6', n);
}

const readBig = (buffer, offset, little, mend) => {
  const a = BigInt(read(buffer, offset, 4, little));
  const b = BigInt(read(buffer, offset + 4, 4, little));
  return BigInt[mend](64, little ? (b << 32n) + a : (a << 32n) + b);
};

const writeBig = (buffer, value, offset, little) => {
  const v = BigInt.asUintN(64, value);
  const low = Number(v & 0xffffffffn);
  const high = Number(v >> 32n);
  put(buffer, little ? low : high, offset, 4, little);
  return put(buffer, little ? high : low, offset + 4, 4, little);
};

function readFloat(buffer, offset, little, array, bytes) {
  const size = bytes.length;
  place(buffer, offset, size);
  for (let i = 0; i < size; i++) bytes[little ? i : size - 1 - i] = buffer[offset + i];
  return array[0];
}

function writeFloat(buffer, value, offset, little, array, bytes) {
  const size = bytes.length;
  place(buffer, offset, size);
  array[0] = value;
  for (let i = 0; i < size; i++) buffer[offset + i] = bytes[little ? i : size - 1 - i];
  return offset + size;
}

// integers adds the methods for integers of a size, a signedness and an order.
function integers(to, suffix, size, little) {
  const most = 2 ** (8 * size) - 1;
  const half = 2 ** (8 * size - 1);
  to[`readUInt${suffix}`] = to[`readUint${suffix}`] = function (offset = 0) { return read(this, offset, size, little); };
  to[`readInt${suffix}`] = function (offset = 0) { return signed(read(this, offset, size, little), size); };
  to[`writeUInt${suffix}`] = to[`writeUint${suffix}`] = function (v, offset = 0) { return write(this, v, offset, size, little, 0, most); };
  to[`writeInt${suffix}`] = function (v, offset = 0) { return write(this, v, offset, size, little, -half, half - 1); };
}

// sized adds those whose size is an argument.
function sized(to, order, little) {
  const readAny = (buffer, offset, n) => {
    if (offset === undefined) throw argType('offset', 'of type number', offset);
    checkLength(n);
    return read(buffer, offset, n, little);
  };
  to[`readUInt${order}`] = to[`readUint${order}`] = function (offset, n) { return readAny(this, offset, n); };
  to[`readInt${order}`] = function (offset, n) { return signed(readAny(this, offset, n), n); };
  to[`writeUInt${order}`] = to[`writeUint${order}`] = function (v, offset, n) {
    checkLength(n);
    return write(this, v, offset, n, little, 0, 2 ** (8 * n) - 1);
  };
  to[`writeInt${order}`] = function (v, offset, n) {
    checkLength(n);
    return write(this, v, offset, n, little, -(2 ** (8 * n - 1)), 2 ** (8 * n - 1) - 1);
  };
}

const least64 = -(2n ** 63n);
const most64 = 2n ** 63n - 1n;
const whole64 = 2n ** 64n - 1n;

function wide(to, order, little) {
  to[`readBigUInt64${order}`] = to[`readBigUint64${order}`] = function (offset = 0) {
    place(this, offset, 8);
    return readBig(this, offset, little, 'asUintN');
  };
  to[`readBigInt64${order}`] = function (offset = 0) {
    place(this, offset, 8);
    return readBig(this, offset, little, 'asIntN');
  };
  to[`writeBigUInt64${order}`] = to[`writeBigUint64${order}`] = function (v, offset = 0) {
    if (typeof v !== 'bigint') throw argType('value', 'of type bigint', v);
    checkValue(v, 0n, whole64, 8);
    place(this, offset, 8);
    return writeBig(this, v, offset, little);
  };
  to[`writeBigInt64${order}`] = function (v, offset = 0) {
    if (typeof v !== 'bigint') throw argType('value', 'of type bigint', v);
    checkValue(v, least64, most64, 8);
    place(this, offset, 8);
    return writeBig(this, v, offset, little);
  };
  to[`readFloat${order}`] = function (offset = 0) { return readFloat(this, offset, little, float32, bytes32); };
  to[`readDouble${order}`] = function (offset = 0) { return readFloat(this, offset, little, float64, bytes64); };
  to[`writeFloat${order}`] = function (v, offset = 0) { return writeFloat(this, v, offset, little, float32, bytes32); };
  to[`writeDouble${order}`] = function (v, offset = 0) { return writeFloat(this, v, offset, little, float64, bytes64); };
}

module.exports = (to) => {
  integers(to, '8', 1, true);
  for (const order of ['LE', 'BE']) {
    const little = order === 'LE';
    integers(to, `16${order}`, 2, little);
    integers(to, `32${order}`, 4, little);
    sized(to, order, little);
    wide(to, order, little);
  }
};
