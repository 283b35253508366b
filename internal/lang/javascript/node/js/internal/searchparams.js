// URLSearchParams. A URL's own tells it when it changes.
const { Symbol, Object, TypeError, RangeError, Reflect } = internal.global;
const { formatForm } = internal;
const coded = (...args) => require('internal:errors').coded(...args);
const custom = Symbol.for('nodejs.util.inspect.custom');
const ownKeys = Reflect.ownKeys;

function parseForm(query) {
  const list = internal.parseForm(query);
  if (list === undefined) throw new RangeError('The query has too many parameters');
  return list;
}

const missing = (...names) =>
  coded(TypeError, 'ERR_MISSING_ARGS',
    `The ${names.map((n) => `"${n}"`).join(' and ')} argument${names.length > 1 ? 's' : ''} must be specified`);

// text is v without halves of surrogate pairs.
const text = (v) => internal.wellFormed(`${v}`);

function fromPairs(init) {
  const list = [];
  for (const pair of init) {
    if (pair === null || (typeof pair !== 'object' && typeof pair !== 'function') || typeof pair[Symbol.iterator] !== 'function') {
      throw coded(TypeError, 'ERR_INVALID_TUPLE', 'Each query pair must be an iterable [name, value] tuple');
    }
    const both = [...pair];
    if (both.length !== 2) throw coded(TypeError, 'ERR_INVALID_TUPLE', 'Each query pair must be an iterable [name, value] tuple');
    list.push(text(both[0]), text(both[1]));
  }
  return list;
}

function fromRecord(init) {
  const list = [];
  for (const key of ownKeys(init)) {
    const d = Object.getOwnPropertyDescriptor(init, key);
    if (!d?.enumerable) continue;
    const name = text(key);
    let at = 0;
    while (at < list.length && list[at] !== name) at += 2;
    if (at < list.length) list[at + 1] = text(init[key]);
    else list.push(name, text(init[key]));
  }
  return list;
}

function listOf(init) {
  if (init === undefined || init === null) return [];
  if (typeof init !== 'object' && typeof init !== 'function') {
    const s = text(init);
    return parseForm(s[0] === '?' ? s.slice(1) : s);
  }
  const method = init[Symbol.iterator];
  if (method === null || method === undefined) return fromRecord(init);
  if (typeof method !== 'function') throw coded(TypeError, 'ERR_ARG_NOT_ITERABLE', 'Query pairs must be iterable');
  return fromPairs(init);
}

// iterators is the prototype of iterators, once there are any.
let iterators;
const states = new internal.global.WeakMap();

function makeIterators() {
  const proto = Object.create(Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())));
  proto.next = function next() {
    const state = states.get(this);
    if (state === undefined) throw coded(TypeError, 'ERR_INVALID_THIS', 'Value of "this" must be of type URLSearchParamsIterator');
    const list = state.list();
    const at = state.at;
    if (at >= list.length) return { value: undefined, done: true };
    state.at += 2;
    return { value: state.pick(list[at], list[at + 1]), done: false };
  };
  Object.defineProperty(proto, Symbol.toStringTag, { __proto__: null, value: 'URLSearchParams Iterator', configurable: true });
  return proto;
}

// iterate walks a list that may change meanwhile.
function iterate(list, pick) {
  iterators ??= makeIterators();
  const it = Object.create(iterators);
  states.set(it, { list, pick, at: 0 });
  return it;
}

class URLSearchParams {
  #list;
  #changed;

  constructor(init = undefined) {
    this.#list = listOf(init);
  }

  // attach makes params those of a URL, which changed is told of changes.
  static attach(params, changed) {
    params.#changed = changed;
  }

  // replace takes the query of the URL, which has changed by itself.
  static replace(params, query) {
    params.#list = query === '' ? [] : parseForm(query);
  }

  #update(list) {
    this.#list = list;
    this.#notify();
  }

  #notify() {
    if (this.#changed !== undefined) this.#changed(formatForm(this.#list));
  }

  get size() {
    return this.#list.length / 2;
  }

  append(name, value) {
    if (arguments.length < 2) throw missing('name', 'value');
    this.#list.push(text(name), text(value));
    this.#notify();
  }

  delete(name, value) {
    if (arguments.length < 1) throw missing('name');
    const key = text(name);
    const only = value === undefined ? undefined : text(value);
    const rest = [];
    for (let i = 0; i < this.#list.length; i += 2) {
      if (this.#list[i] !== key || (only !== undefined && this.#list[i + 1] !== only)) rest.push(this.#list[i], this.#list[i + 1]);
    }
    this.#update(rest);
  }

  get(name) {
    if (arguments.length < 1) throw missing('name');
    const key = text(name);
    for (let i = 0; i < this.#list.length; i += 2) if (this.#list[i] === key) return this.#list[i + 1];
    return null;
  }

  getAll(name) {
    if (arguments.length < 1) throw missing('name');
    const key = text(name);
    const found = [];
    for (let i = 0; i < this.#list.length; i += 2) if (this.#list[i] === key) found.push(this.#list[i + 1]);
    return found;
  }

  has(name, value) {
    if (arguments.length < 1) throw missing('name');
    const key = text(name);
    const only = value === undefined ? undefined : text(value);
    for (let i = 0; i < this.#list.length; i += 2) {
      if (this.#list[i] === key && (only === undefined || this.#list[i + 1] === only)) return true;
    }
    return false;
  }

  set(name, value) {
    if (arguments.length < 2) throw missing('name', 'value');
    const key = text(name);
    const out = [];
    let done = false;
    for (let i = 0; i < this.#list.length; i += 2) {
      if (this.#list[i] !== key) out.push(this.#list[i], this.#list[i + 1]);
      else if (!done) {
        done = true;
        out.push(key, text(value));
      }
    }
    if (!done) out.push(key, text(value));
    this.#update(out);
  }

  sort() {
    const pairs = [];
    for (let i = 0; i < this.#list.length; i += 2) pairs.push([this.#list[i], this.#list[i + 1]]);
    pairs.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
    this.#update(pairs.flat());
  }

  forEach(callback, thisArg = undefined) {
    if (typeof callback !== 'function') throw require('internal:errors').argType('callback', 'of type function', callback);
    for (let i = 0; i < this.#list.length; i += 2) callback.call(thisArg, this.#list[i + 1], this.#list[i], this);
  }

  entries() {
    return iterate(() => this.#list, (name, value) => [name, value]);
  }

  keys() {
    return iterate(() => this.#list, (name) => name);
  }

  values() {
    return iterate(() => this.#list, (_, value) => value);
  }

  toString() {
    return formatForm(this.#list);
  }

  [custom](depth, options, inspect) {
    if (typeof depth === 'number' && depth < 0) return '[Object]';
    const out = [];
    for (let i = 0; i < this.#list.length; i += 2) {
      out.push(`${inspect(this.#list[i], options)} => ${inspect(this.#list[i + 1], options)}`);
    }
    if (out.length === 0) return 'URLSearchParams {}';
    const length = out.reduce((n, s) => n + s.length + 1, 0);
    if (length > options.breakLength) return `URLSearchParams {\n  ${out.join(',\n  ')} }`;
    return `URLSearchParams { ${out.join(', ')} }`;
  }
}

const { attach, replace } = URLSearchParams;
delete URLSearchParams.attach;
delete URLSearchParams.replace;
Object.defineProperty(URLSearchParams.prototype, Symbol.iterator, {
  __proto__: null, value: URLSearchParams.prototype.entries, configurable: true, writable: true,
});
Object.defineProperty(URLSearchParams.prototype, Symbol.toStringTag, { __proto__: null, value: 'URLSearchParams', configurable: true });

module.exports = { URLSearchParams, attach, replace };
