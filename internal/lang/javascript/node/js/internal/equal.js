// Deep equality as assert.deepStrictEqual and, when not strict, assert.deepEqual have it.
const { kind, isTypedArray } = require('internal:kinds');
const { Object, Array, Set, Reflect, Date, Uint8Array, Number, String, Boolean, BigInt, Symbol } = internal.global;
const { is, getPrototypeOf, keys } = Object;
const enumerable = Object.prototype.propertyIsEnumerable;
const tagOf = (v) => Object.prototype.toString.call(v);
const timeOf = Date.prototype.getTime;
const bytesOf = (v) => new Uint8Array(v.buffer ?? v, v.byteOffset ?? 0, v.byteLength);
const unboxed = { Number, String, Boolean, BigInt, Symbol };

const isObject = (v) => typeof v === 'object' && v !== null;

// A comparison remembers the objects that it is inside of, so that cycles end.
class Comparison {
  constructor(strict) {
    this.strict = strict;
    this.left = new Set();
    this.right = new Set();
  }

  equal(a, b) {
    if (a === b) return a !== 0 || !this.strict || is(a, b);
    if (this.strict) {
      if (!isObject(a) || !isObject(b)) return is(a, b);
      if (getPrototypeOf(a) !== getPrototypeOf(b)) return false;
    } else if (!isObject(a) || !isObject(b)) {
      if (isObject(a) || isObject(b) || typeof a === 'function' || typeof b === 'function') return false;
      return a == b || (a !== a && b !== b);
    }
    return this.objects(a, b);
  }

  objects(a, b) {
    if (tagOf(a) !== tagOf(b)) return false;
    const what = kind(a);
    if (what !== kind(b) || Array.isArray(a) !== Array.isArray(b)) return false;
    if (!this.values(a, b, what)) return false;
    const { left, right } = this;
    const inA = left.has(a);
    const inB = right.has(b);
    if (inA && inB) return true;
    left.add(a);
    right.add(b);
    const same = this.properties(a, b) && this.contents(a, b, what);
    if (!inA) left.delete(a);
    if (!inB) right.delete(b);
    return same;
  }

  // values compares what objects of a kind hold that are not properties.
  values(a, b, what) {
    switch (what) {
      case 'Date':
        return timeOf.call(a) === timeOf.call(b);
      case 'RegExp':
        return a.source === b.source && a.flags === b.flags && a.lastIndex === b.lastIndex;
      case 'Error':
        return a.message === b.message && a.name === b.name;
      case 'Array':
        return a.length === b.length;
      case 'ArrayBuffer':
        return this.bytes(bytesOf(a), bytesOf(b));
      case 'Map':
      case 'Set':
        return a.size === b.size;
    }
    if (what in unboxed) return is(unboxed[what].prototype.valueOf.call(a), unboxed[what].prototype.valueOf.call(b));
    if (isTypedArray(a)) return isTypedArray(b) && this.numbers(a, b);
    return true;
  }

  bytes(a, b) {
    return a.length === b.length && require('internal:bytes').compare(a, b) === 0;
  }

  numbers(a, b) {
    if (a.length !== b.length) return false;
    if (a instanceof Uint8Array) return this.bytes(a, b);
    for (let i = 0; i < a.length; i++) if (!(this.strict ? is(a[i], b[i]) : a[i] === b[i] || (a[i] !== a[i] && b[i] !== b[i]))) return false;
    return true;
  }

  properties(a, b) {
    if (isTypedArray(a)) return true;
    const names = keys(a);
    if (names.length !== keys(b).length) return false;
    for (let i = 0; i < names.length; i++) if (!enumerable.call(b, names[i])) return false;
    const symbols = this.strict ? Reflect.ownKeys(a).filter((k) => typeof k === 'symbol' && enumerable.call(a, k)) : [];
    if (this.strict) {
      const others = Reflect.ownKeys(b).filter((k) => typeof k === 'symbol' && enumerable.call(b, k));
      if (others.length !== symbols.length || !symbols.every((k) => enumerable.call(b, k))) return false;
    }
    for (let i = 0; i < names.length; i++) if (!this.equal(a[names[i]], b[names[i]])) return false;
    for (let i = 0; i < symbols.length; i++) if (!this.equal(a[symbols[i]], b[symbols[i]])) return false;
    return true;
  }

  contents(a, b, what) {
    if (what === 'Set') return this.match([...a].filter((v) => !b.has(v)), [...b].filter((v) => !a.has(v)));
    if (what !== 'Map') return true;
    const rest = [];
    for (const [k, v] of a) {
      if (!b.has(k)) rest.push([k, v]);
      else if (!this.equal(v, b.get(k))) return false;
    }
    return this.match(rest, [...b].filter((entry) => !a.has(entry[0])), true);
  }

  // match finds for each of some members another one that equals it. With entries, they
  // are pairs, which are equal when their parts are.
  match(members, others, entries = false) {
    if (members.length !== others.length) return false;
    for (const m of members) {
      if (this.strict && !isObject(entries ? m[0] : m)) return false;
      const at = others.findIndex((o) => (entries ? this.equal(m[0], o[0]) && this.equal(m[1], o[1]) : this.equal(m, o)));
      if (at < 0) return false;
      others.splice(at, 1);
    }
    return true;
  }
}

module.exports = (a, b, strict) => new Comparison(strict).equal(a, b);
