// structuredClone for data, with cycles and shared parts kept. Nothing is transferred.
const { kind } = require('internal:kinds');
const { coded } = require('internal:errors');
const {
  Object, Array, Map, Set, Date, RegExp, ArrayBuffer, DataView, Uint8Array, Symbol, String, Error, EvalError, RangeError, ReferenceError,
  SyntaxError, TypeError, URIError,
} = internal.global;
const errors = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
const { defineProperty, getOwnPropertyDescriptor } = Object;
const isView = ArrayBuffer.isView;
const tagOf = getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;

function refuse(v) {
  const DOMException = internal.host('DOMException') ?? require('internal:abort').DOMException;
  const text = typeof v === 'object' ? `#<${kind(v) ?? 'Object'}>` : String(v);
  throw new DOMException(`${text} could not be cloned.`, 'DataCloneError');
}

const boxes = ['Number', 'String', 'Boolean', 'BigInt'];

// empty makes the copy of an object without what it holds.
function empty(v, seen) {
  if (isView(v)) return view(v, seen);
  const what = kind(v);
  switch (what) {
    case undefined:
    case 'Arguments':
      return {};
    case 'Array':
      return new Array(v.length);
    case 'Map':
      return new Map();
    case 'Set':
      return new Set();
    case 'Date':
      return new Date(Date.prototype.getTime.call(v));
    case 'RegExp':
      return new RegExp(v.source, v.flags);
    case 'ArrayBuffer':
      return ArrayBuffer.prototype.slice.call(v, 0);
    case 'Error':
      return error(v, seen);
  }
  if (boxes.includes(what)) return Object(internal.global[what].prototype.valueOf.call(v));
  return refuse(v);
}

function view(v, seen) {
  const buffer = clone(v.buffer, seen);
  const name = tagOf.call(v);
  if (name === undefined) return new DataView(buffer, v.byteOffset, v.byteLength);
  return new internal.global[name](buffer, v.byteOffset, v.length);
}

function error(v, seen) {
  const Class = Object.hasOwn(errors, v.name) ? errors[v.name] : Error;
  const made = new Class();
  seen.set(v, made);
  const put = (name, value) => defineProperty(made, name, { value, writable: true, configurable: true, enumerable: false });
  for (const name of ['message', 'stack']) {
    const d = getOwnPropertyDescriptor(v, name);
    if (d !== undefined && 'value' in d) put(name, String(d.value));
  }
  const cause = getOwnPropertyDescriptor(v, 'cause');
  if (cause !== undefined && 'value' in cause) put('cause', clone(cause.value, seen));
  return made;
}

// fill copies what v holds.
function fill(v, copy, seen) {
  const what = kind(copy);
  if (what === 'Map') for (const [k, x] of [...v]) copy.set(clone(k, seen), clone(x, seen));
  else if (what === 'Set') for (const x of [...v]) copy.add(clone(x, seen));
  else if ((what === undefined && !isView(copy)) || what === 'Array') {
    for (const k of Object.keys(v)) {
      defineProperty(copy, k, { value: clone(v[k], seen), writable: true, configurable: true, enumerable: true });
    }
  }
}

function clone(v, seen) {
  if (typeof v === 'function' || typeof v === 'symbol') refuse(v);
  if (typeof v !== 'object' || v === null) return v;
  if (seen.has(v)) return seen.get(v);
  const copy = empty(v, seen);
  seen.set(v, copy);
  fill(v, copy, seen);
  return copy;
}

module.exports = function structuredClone(value) {
  if (arguments.length === 0) throw coded(TypeError, 'ERR_MISSING_ARGS', 'The value argument must be specified');
  return clone(value, new Map());
};
