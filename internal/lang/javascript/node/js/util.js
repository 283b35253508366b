// util. What few programs use is loaded when they do.
const { check, argType, coded } = require('internal:errors');
const { Object, Symbol, Set, Promise, Error, Reflect, Array, String } = internal.global;
const { defineProperty } = Object;
const apply = Reflect.apply;

const kCustomPromisify = Symbol.for('nodejs.util.promisify.custom');

const defaults = {
  showHidden: false, depth: 2, colors: false, customInspect: true, showProxy: false, maxArrayLength: 100,
  maxStringLength: 10000, breakLength: 80, compact: 3, sorted: false, getters: false, numericSeparator: false,
};

function inspect(value, options) {
  let given = options;
  if (typeof options === 'boolean') given = { showHidden: options, depth: arguments[2] };
  return internal.inspect(value, { ...defaults, ...given });
}
inspect.custom = Symbol.for('nodejs.util.inspect.custom');
defineProperty(inspect, 'defaultOptions', {
  enumerable: true,
  get: () => defaults,
  set(options) {
    check.object(options, 'options');
    Object.assign(defaults, options);
  },
});

// lazily has a property of to that is made when it is first read.
function lazily(to, name, make) {
  const put = (value) => defineProperty(to, name, { value, configurable: true, enumerable: true, writable: true });
  defineProperty(to, name, {
    configurable: true, enumerable: true,
    get: () => put(make())[name],
    set: put,
  });
}
lazily(inspect, 'colors', () => require('internal:colors').colors);
lazily(inspect, 'styles', () => require('internal:colors').styles);

function promisify(original) {
  check.func(original, 'original');
  if (original[kCustomPromisify]) {
    const custom = original[kCustomPromisify];
    check.func(custom, 'util.promisify.custom');
    return defineProperty(custom, kCustomPromisify, { value: custom, configurable: true });
  }
  function fn(...args) {
    return new Promise((resolve, reject) => {
      apply(original, this, [...args, (e, value) => (e ? reject(e) : resolve(value))]);
    });
  }
  Object.setPrototypeOf(fn, Object.getPrototypeOf(original));
  defineProperty(fn, kCustomPromisify, { value: fn, configurable: true });
  return Object.defineProperties(fn, Object.getOwnPropertyDescriptors(original));
}
promisify.custom = kCustomPromisify;

function callbackify(original) {
  check.func(original, 'original');
  function callbackified(...args) {
    const callback = args.pop();
    check.func(callback, 'last argument');
    const later = (...values) => internal.process.nextTick(() => apply(callback, this, values));
    apply(original, this, args).then((value) => later(null, value), (e) => later(e || falsy(e)));
  }
  const descriptors = Object.getOwnPropertyDescriptors(original);
  if (typeof descriptors.length.value === 'number') descriptors.length.value++;
  if (typeof descriptors.name.value === 'string') descriptors.name.value += 'Callbackified';
  return Object.defineProperties(callbackified, descriptors);
}

function falsy(reason) {
  const e = coded(Error, 'ERR_FALSY_VALUE_REJECTION', 'Promise was rejected with falsy value');
  e.reason = reason;
  return e;
}

function inherits(constructor, base) {
  check.func(constructor, 'ctor');
  check.func(base, 'superCtor');
  if (base.prototype === undefined) throw argType('superCtor.prototype', 'of type object', base.prototype);
  defineProperty(constructor, 'super_', { value: base, writable: true, configurable: true });
  Object.setPrototypeOf(constructor.prototype, base.prototype);
}

const warned = new Set();

function deprecate(fn, message, code) {
  if (internal.process?.noDeprecation === true) return fn;
  let done = false;
  function deprecated(...args) {
    if (!done) {
      done = true;
      if (code === undefined || !warned.has(code)) internal.process.emitWarning(message, 'DeprecationWarning', code);
      warned.add(code);
    }
    if (new.target) return Reflect.construct(fn, args, new.target);
    return apply(fn, this, args);
  }
  Object.setPrototypeOf(deprecated, fn);
  if (fn.prototype) deprecated.prototype = fn.prototype;
  return deprecated;
}

// debuglog logs nothing: NODE_DEBUG is never set.
function debuglog() {
  const log = () => {};
  defineProperty(log, 'enabled', { get: () => false, configurable: true, enumerable: true });
  return log;
}

const sequences = /[\u001b\u009b][[\]()#;?]*(?:(?:(?:;[-a-zA-Z\d/#&.:=?%@~_]+)*|[a-zA-Z\d]+(?:;[-a-zA-Z\d/#&.:=?%@~_]*)*)?(?:\u0007|\u001b\u005c|\u009c)|(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-nq-uy=><~])/g;

function stripVTControlCharacters(text) {
  check.string(text, 'str');
  return text.replace(sequences, '');
}

// toUSVString has U+FFFD for what isn't a character.
const toUSVString = (text) => {
  let out = '';
  for (const c of String(text)) out += c.length === 1 && c >= '\ud800' && c <= '\udfff' ? '\ufffd' : c;
  return out;
};

function aborted(signal, resource) {
  if (typeof signal?.aborted !== 'boolean') return Promise.reject(argType('signal', 'an instance of AbortSignal', signal));
  if (resource === null || (typeof resource !== 'object' && typeof resource !== 'function')) {
    return Promise.reject(argType('resource', 'of type object', resource));
  }
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

const systemErrors = {
  E2BIG: 7, EACCES: 13, EADDRINUSE: 98, EAGAIN: 11, EBADF: 9, EBUSY: 16, ECONNREFUSED: 111, ECONNRESET: 104, EEXIST: 17,
  EINVAL: 22, EIO: 5, EISDIR: 21, EMFILE: 24, ENOENT: 2, ENOMEM: 12, ENOSPC: 28, ENOTDIR: 20, ENOTEMPTY: 39, EPERM: 1,
  EPIPE: 32, ETIMEDOUT: 110,
};

Object.assign(exports, {
  aborted, callbackify, debug: debuglog, debuglog, deprecate,
  format: (...args) => internal.format(defaults, args),
  formatWithOptions(options, ...args) {
    check.object(options, 'inspectOptions');
    return internal.format({ ...defaults, ...options }, args);
  },
  getSystemErrorName: (n) => Object.keys(systemErrors).find((k) => systemErrors[k] === -n) ?? `Unknown system error ${n}`,
  inherits, inspect, promisify, stripVTControlCharacters, toUSVString,
  styleText: (...args) => require('internal:colors').styleText(...args),
  _extend: (to, from) => (from === null || typeof from !== 'object' ? to : Object.assign(to, from)),
  isArray: Array.isArray,
  isBoolean: (v) => typeof v === 'boolean',
  isBuffer: (v) => require('buffer').Buffer.isBuffer(v),
  isDate: (v) => exports.types.isDate(v),
  isDeepStrictEqual: (a, b) => require('internal:equal')(a, b, true),
  isError: (v) => exports.types.isNativeError(v) || v instanceof Error,
  isFunction: (v) => typeof v === 'function',
  isNull: (v) => v === null,
  isNullOrUndefined: (v) => v === null || v === undefined,
  isNumber: (v) => typeof v === 'number',
  isObject: (v) => v !== null && typeof v === 'object',
  isPrimitive: (v) => v === null || (typeof v !== 'object' && typeof v !== 'function'),
  isRegExp: (v) => exports.types.isRegExp(v),
  isString: (v) => typeof v === 'string',
  isSymbol: (v) => typeof v === 'symbol',
  isUndefined: (v) => v === undefined,
  parseArgs: (config) => require('internal:args')(config),
});

lazily(exports, 'types', () => require('internal:kinds'));
lazily(exports, 'TextEncoder', () => require('internal:encoding').TextEncoder);
lazily(exports, 'TextDecoder', () => require('internal:encoding').TextDecoder);
