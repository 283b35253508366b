// EventEmitter. The fields that begin with an underscore are Node's: programs look at them.
const { Symbol, Reflect, Array, Object } = internal.global;
const ownKeys = Reflect.ownKeys;
const apply = Reflect.apply;
const create = Object.create;
const isArray = Array.isArray;
const getPrototypeOf = Object.getPrototypeOf;
const defineProperty = Object.defineProperty;

const kCapture = Symbol('kCapture');
const kRejection = Symbol.for('nodejs.rejection');
const kErrorMonitor = Symbol('events.errorMonitor');

let errors;
const failures = () => (errors ??= require('internal:errors'));

function checkListener(listener) {
  if (typeof listener !== 'function') throw failures().argType('listener', 'of type function', listener);
}

function checkCount(n, name) {
  if (typeof n !== 'number') throw failures().argType(name, 'of type number', n);
  if (!(n >= 0)) throw failures().outOfRange(name, '>= 0', n);
}

function EventEmitter(options) {
  EventEmitter.init.call(this, options);
}

let defaultMaxListeners = 10;
let captureRejections = false;

EventEmitter.init = function (options) {
  if (this._events === undefined || this._events === getPrototypeOf(this)._events) {
    this._events = create(null);
    this._eventsCount = 0;
  }
  this._maxListeners = this._maxListeners || undefined;
  if (options?.captureRejections || captureRejections) {
    defineProperty(this, kCapture, { value: true, writable: true, configurable: true });
  }
};

const proto = EventEmitter.prototype;
proto._events = undefined;
proto._eventsCount = 0;
proto._maxListeners = undefined;
defineProperty(proto, kCapture, { value: false, writable: true });

proto.setMaxListeners = function setMaxListeners(n) {
  checkCount(n, 'setMaxListeners');
  this._maxListeners = n;
  return this;
};

proto.getMaxListeners = function getMaxListeners() {
  return this._maxListeners === undefined ? defaultMaxListeners : this._maxListeners;
};

// unhandled throws for an 'error' event that nobody listens to.
function unhandled(args) {
  const e = args[0];
  if (e instanceof internal.global.Error) throw e;
  let text;
  try {
    text = require('util').inspect(e);
  } catch {
    text = e;
  }
  const made = failures().coded(internal.global.Error, 'ERR_UNHANDLED_ERROR', args.length === 0 ? 'Unhandled error. (undefined)' : `Unhandled error. (${text})`);
  made.context = e;
  throw made;
}

// call runs one listener, and watches what it promises when rejections are captured.
function call(emitter, listener, type, args) {
  const result = apply(listener, emitter, args);
  if (result === undefined || result === null || !emitter[kCapture]) return;
  const then = result.then;
  if (typeof then !== 'function') return;
  apply(then, result, [undefined, (e) => internal.process.nextTick(rejected, emitter, e, type, args)]);
}

function rejected(emitter, e, type, args) {
  if (typeof emitter[kRejection] === 'function') {
    emitter[kRejection](e, type, ...args);
    return;
  }
  const before = emitter[kCapture];
  try {
    emitter[kCapture] = false;
    emitter.emit('error', e);
  } finally {
    emitter[kCapture] = before;
  }
}

proto.emit = function emit(type, ...args) {
  const events = this._events;
  if (type === 'error') {
    if (events?.[kErrorMonitor] !== undefined) this.emit(kErrorMonitor, ...args);
    if (events?.error === undefined) unhandled(args);
  }
  const handler = events?.[type];
  if (handler === undefined) return false;
  if (typeof handler === 'function') {
    call(this, handler, type, args);
    return true;
  }
  const listeners = copy(handler);
  for (let i = 0; i < listeners.length; i++) call(this, listeners[i], type, args);
  return true;
};

function copy(list) {
  const n = list.length;
  const out = new Array(n);
  for (let i = 0; i < n; i++) out[i] = list[i];
  return out;
}

function add(emitter, type, listener, first) {
  checkListener(listener);
  let events = emitter._events;
  if (events === undefined) {
    events = emitter._events = create(null);
    emitter._eventsCount = 0;
  } else if (events.newListener !== undefined) {
    emitter.emit('newListener', type, listener.listener ?? listener);
    events = emitter._events;
  }
  const existing = events[type];
  if (existing === undefined) {
    events[type] = listener;
    emitter._eventsCount++;
    return emitter;
  }
  const list = typeof existing === 'function' ? (events[type] = [existing]) : existing;
  if (first) list.unshift(listener);
  else list.push(listener);
  warn(emitter, type, list);
  return emitter;
}

// warn says once that an event has more listeners than it should.
function warn(emitter, type, list) {
  const most = emitter.getMaxListeners();
  if (most <= 0 || list.length <= most || list.warned) return;
  defineProperty(list, 'warned', { value: true });
  const what = emitter.constructor?.name ?? 'Object';
  const e = new internal.global.Error(
    `Possible EventEmitter memory leak detected. ${list.length} ${String(type)} listeners added to [${what}]. ` +
      `MaxListeners is ${most}. Use emitter.setMaxListeners() to increase limit`);
  e.name = 'MaxListenersExceededWarning';
  e.emitter = emitter;
  e.type = type;
  e.count = list.length;
  internal.process.emitWarning(e);
}

proto.addListener = function addListener(type, listener) {
  return add(this, type, listener, false);
};
proto.on = proto.addListener;
proto.prependListener = function prependListener(type, listener) {
  return add(this, type, listener, true);
};

// onceWrap makes a listener that takes itself away before it runs.
function onceWrap(emitter, type, listener) {
  checkListener(listener);
  let fired = false;
  function wrapped(...args) {
    if (fired) return undefined;
    fired = true;
    emitter.removeListener(type, wrapped);
    return apply(listener, emitter, args);
  }
  wrapped.listener = listener;
  return wrapped;
}

proto.once = function once(type, listener) {
  return this.on(type, onceWrap(this, type, listener));
};
proto.prependOnceListener = function prependOnceListener(type, listener) {
  return this.prependListener(type, onceWrap(this, type, listener));
};

// drop forgets an event that has no listeners any more.
function drop(emitter, type) {
  if (--emitter._eventsCount === 0) emitter._events = create(null);
  else delete emitter._events[type];
}

proto.removeListener = function removeListener(type, listener) {
  checkListener(listener);
  const events = this._events;
  const list = events?.[type];
  if (list === undefined) return this;
  let removed = listener;
  if (typeof list === 'function') {
    if (list !== listener && list.listener !== listener) return this;
    drop(this, type);
    removed = list.listener ?? listener;
  } else {
    let at = list.length - 1;
    while (at >= 0 && list[at] !== listener && list[at].listener !== listener) at--;
    if (at < 0) return this;
    list.splice(at, 1);
    if (list.length === 1) events[type] = list[0];
  }
  if (events.removeListener !== undefined) this.emit('removeListener', type, removed);
  return this;
};
proto.off = proto.removeListener;

proto.removeAllListeners = function removeAllListeners(...types) {
  const events = this._events;
  if (events === undefined) return this;
  if (events.removeListener === undefined) {
    if (types.length === 0) {
      this._events = create(null);
      this._eventsCount = 0;
    } else if (events[types[0]] !== undefined) drop(this, types[0]);
    return this;
  }
  if (types.length === 0) {
    for (const key of ownKeys(events)) if (key !== 'removeListener') this.removeAllListeners(key);
    this.removeAllListeners('removeListener');
    this._events = create(null);
    this._eventsCount = 0;
    return this;
  }
  const list = this.rawListeners(types[0]);
  for (let i = list.length - 1; i >= 0; i--) this.removeListener(types[0], list[i]);
  return this;
};

proto.rawListeners = function rawListeners(type) {
  const list = this._events?.[type];
  if (list === undefined) return [];
  return typeof list === 'function' ? [list] : copy(list);
};

proto.listeners = function listeners(type) {
  const list = this.rawListeners(type);
  for (let i = 0; i < list.length; i++) list[i] = list[i].listener ?? list[i];
  return list;
};

proto.listenerCount = function listenerCount(type, listener) {
  const list = this._events?.[type];
  if (list === undefined) return 0;
  const all = typeof list === 'function' ? [list] : list;
  if (listener === undefined || listener === null) return all.length;
  let n = 0;
  for (let i = 0; i < all.length; i++) if (all[i] === listener || all[i].listener === listener) n++;
  return n;
};

proto.eventNames = function eventNames() {
  return this._eventsCount > 0 ? ownKeys(this._events) : [];
};

// What waits for events is loaded when it is used.
const waits = () => require('internal:waits');

EventEmitter.EventEmitter = EventEmitter;
EventEmitter.once = (...args) => waits().once(...args);
EventEmitter.on = (...args) => waits().on(...args);
EventEmitter.usingDomains = false;
EventEmitter.errorMonitor = kErrorMonitor;
EventEmitter.captureRejectionSymbol = kRejection;
EventEmitter.listenerCount = (emitter, type) => emitter.listenerCount(type);
EventEmitter.getEventListeners = (emitter, type) => emitter.listeners(type);
EventEmitter.getMaxListeners = (emitter) => emitter.getMaxListeners();
EventEmitter.setMaxListeners = (n = defaultMaxListeners, ...emitters) => {
  checkCount(n, 'setMaxListeners');
  if (emitters.length === 0) defaultMaxListeners = n;
  for (const emitter of emitters) emitter.setMaxListeners?.(n);
};
EventEmitter.addAbortListener = (signal, listener) => {
  if (signal.aborted) internal.host('queueMicrotask')(() => listener());
  else signal.addEventListener('abort', listener, { once: true });
};
defineProperty(EventEmitter, 'defaultMaxListeners', {
  enumerable: true,
  get: () => defaultMaxListeners,
  set(n) {
    checkCount(n, 'defaultMaxListeners');
    defaultMaxListeners = n;
  },
});
defineProperty(EventEmitter, 'captureRejections', {
  enumerable: true,
  get: () => captureRejections,
  set(v) {
    if (typeof v !== 'boolean') throw failures().argType('EventEmitter.captureRejections', 'of type boolean', v);
    captureRejections = v;
  },
});

module.exports = EventEmitter;
