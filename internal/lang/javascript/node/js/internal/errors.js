// Errors with codes, as Node throws them, and the checks of arguments that throw them.
const { TypeError, RangeError, Error, Array, String, Number, Object } = internal.global;
const defineProperty = Object.defineProperty;

// coded makes an error whose stack begins with its code.
function coded(Class, code, message) {
  const e = new Class(message);
  const name = e.name;
  defineProperty(e, 'name', { value: `${name} [${code}]`, configurable: true, enumerable: false, writable: true });
  e.stack;
  delete e.name;
  defineProperty(e, 'toString', {
    value() { return `${this.name} [${code}]: ${this.message}`; },
    configurable: true, enumerable: false, writable: true,
  });
  e.code = code;
  return e;
}

// received says what a value is, as the end of a message.
function received(v) {
  if (v === undefined || v === null) return `Received ${v}`;
  if (typeof v === 'function') return `Received function ${v.name}`;
  if (typeof v === 'object') {
    const name = v.constructor?.name;
    if (name) return `Received an instance of ${name}`;
    return 'Received [Object: null prototype] {}';
  }
  let text = typeof v === 'string' ? `'${v.length > 28 ? v.slice(0, 25) + '...' : v}'` : String(v);
  if (typeof v === 'bigint') text += 'n';
  return `Received type ${typeof v} (${text})`;
}

// argType is for an argument that is not as expected says, such as "of type string".
function argType(name, expected, v) {
  const kind = name.includes('.') ? 'property' : 'argument';
  const subject = name.endsWith(' argument') ? `The ${name}` : `The "${name}" ${kind}`;
  return coded(TypeError, 'ERR_INVALID_ARG_TYPE', `${subject} must be ${expected}. ${received(v)}`);
}

function argValue(name, v, reason = 'is invalid') {
  const kind = name.includes('.') ? 'property' : 'argument';
  const text = require('util').inspect(v);
  return coded(TypeError, 'ERR_INVALID_ARG_VALUE', `The ${kind} '${name}' ${reason}. Received ${text}`);
}

// grouped writes a number with an underscore between thousands.
function grouped(v) {
  let text = String(v);
  if ((typeof v !== 'bigint' && !Number.isInteger(v)) || (v > -4294967296 && v < 4294967296)) return text;
  let out = '';
  const sign = text[0] === '-' ? 1 : 0;
  let i = text.length;
  for (; i >= sign + 4; i -= 3) out = `_${text.slice(i - 3, i)}${out}`;
  return `${text.slice(0, i)}${out}`;
}

function outOfRange(name, range, v) {
  let text;
  if (typeof v === 'number') text = grouped(v);
  else if (typeof v === 'bigint') text = `${grouped(v)}n`;
  else text = typeof v === 'string' ? `'${v}'` : String(v);
  return coded(RangeError, 'ERR_OUT_OF_RANGE', `The value of "${name}" is out of range. It must be ${range}. Received ${text}`);
}

function string(v, name) {
  if (typeof v !== 'string') throw argType(name, 'of type string', v);
}

function func(v, name) {
  if (typeof v !== 'function') throw argType(name, 'of type function', v);
}

function object(v, name) {
  if (v === null || typeof v !== 'object' || Array.isArray(v)) throw argType(name, 'of type object', v);
}

// integer checks for an integer between least and most, both allowed.
function integer(v, name, least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER) {
  if (typeof v !== 'number') throw argType(name, 'of type number', v);
  if (!Number.isInteger(v)) throw outOfRange(name, 'an integer', v);
  if (v < least || v > most) throw outOfRange(name, `>= ${least} && <= ${most}`, v);
}

// abort makes the error of an operation whose signal was aborted.
function abort(signal) {
  const e = new Error('The operation was aborted', signal && { cause: signal.reason });
  e.name = 'AbortError';
  e.code = 'ABORT_ERR';
  return e;
}

module.exports = { coded, received, argType, argValue, outOfRange, check: { string, func, object, integer }, abort };
