// DOMException, events of the web's kind, and AbortController.
const { argType, coded } = require('internal:errors');
const { Object, Symbol, String, Boolean, Map, Set, Error, TypeError, Date } = internal.global;
const { defineProperty } = Object;

const codes = {
  IndexSizeError: 1, HierarchyRequestError: 3, WrongDocumentError: 4, InvalidCharacterError: 5, NoModificationAllowedError: 7,
  NotFoundError: 8, NotSupportedError: 9, InUseAttributeError: 10, InvalidStateError: 11, SyntaxError: 12,
  InvalidModificationError: 13, NamespaceError: 14, InvalidAccessError: 15, TypeMismatchError: 17, SecurityError: 18,
  NetworkError: 19, AbortError: 20, URLMismatchError: 21, QuotaExceededError: 22, TimeoutError: 23, InvalidNodeTypeError: 24,
  DataCloneError: 25,
};

class DOMException extends Error {
  #name;
  constructor(message = '', options = 'Error') {
    super(String(message));
    const given = typeof options === 'object' && options !== null ? options : { name: options };
    this.#name = String(given.name ?? 'Error');
    if ('cause' in given) defineProperty(this, 'cause', { value: given.cause, writable: true, configurable: true });
  }
  get name() {
    return this.#name;
  }
  get code() {
    return codes[this.#name] ?? 0;
  }
}
const constants = [
  'INDEX_SIZE_ERR', 'DOMSTRING_SIZE_ERR', 'HIERARCHY_REQUEST_ERR', 'WRONG_DOCUMENT_ERR', 'INVALID_CHARACTER_ERR', 'NO_DATA_ALLOWED_ERR',
  'NO_MODIFICATION_ALLOWED_ERR', 'NOT_FOUND_ERR', 'NOT_SUPPORTED_ERR', 'INUSE_ATTRIBUTE_ERR', 'INVALID_STATE_ERR', 'SYNTAX_ERR',
  'INVALID_MODIFICATION_ERR', 'NAMESPACE_ERR', 'INVALID_ACCESS_ERR', 'VALIDATION_ERR', 'TYPE_MISMATCH_ERR', 'SECURITY_ERR', 'NETWORK_ERR',
  'ABORT_ERR', 'URL_MISMATCH_ERR', 'QUOTA_EXCEEDED_ERR', 'TIMEOUT_ERR', 'INVALID_NODE_TYPE_ERR', 'DATA_CLONE_ERR',
];
constants.forEach((name, i) => {
  const constant = { value: i + 1, enumerable: true };
  defineProperty(DOMException, name, constant);
  defineProperty(DOMException.prototype, name, constant);
});

const kState = Symbol('state');

class Event {
  constructor(type, options = undefined) {
    if (arguments.length === 0) throw coded(TypeError, 'ERR_MISSING_ARGS', 'The "type" argument must be specified');
    const { bubbles = false, cancelable = false, composed = false } = options ?? {};
    defineProperty(this, kState, {
      value: {
        type: String(type), bubbles: Boolean(bubbles), cancelable: Boolean(cancelable), composed: Boolean(composed),
        target: null, phase: 0, prevented: false, stopped: false, propagation: true, passive: false,
        time: internal.host('performance')?.now() ?? Date.now(),
      },
    });
  }
  get type() { return this[kState].type; }
  get target() { return this[kState].target; }
  get currentTarget() { return this[kState].phase === 2 ? this[kState].target : null; }
  get srcElement() { return this[kState].target; }
  get bubbles() { return this[kState].bubbles; }
  get cancelable() { return this[kState].cancelable; }
  get composed() { return this[kState].composed; }
  get defaultPrevented() { return this[kState].cancelable && this[kState].prevented; }
  get returnValue() { return !this.defaultPrevented; }
  get timeStamp() { return this[kState].time; }
  get eventPhase() { return this[kState].phase; }
  get isTrusted() { return false; }
  get cancelBubble() { return !this[kState].propagation; }
  composedPath() { return this[kState].phase === 2 ? [this[kState].target] : []; }
  preventDefault() { if (!this[kState].passive) this[kState].prevented = true; }
  stopPropagation() { this[kState].propagation = false; }
  stopImmediatePropagation() {
    this[kState].stopped = true;
    this[kState].propagation = false;
  }
}
Object.assign(Event, { NONE: 0, CAPTURING_PHASE: 1, AT_TARGET: 2, BUBBLING_PHASE: 3 });

class CustomEvent extends Event {
  #detail;
  constructor(type, options = undefined) {
    super(type, options);
    this.#detail = options?.detail ?? null;
  }
  get detail() {
    return this.#detail;
  }
}

const kListeners = Symbol('listeners');
const capturing = (options) => Boolean(typeof options === 'object' && options !== null ? options.capture : options);

// callable is true for what may listen, and throws for what never can.
function callable(listener) {
  if (typeof listener === 'function' || (typeof listener === 'object' && listener !== null)) return true;
  if (listener === null || listener === undefined) {
    const e = new Error(`addEventListener called with ${listener} which has no effect.`);
    e.name = 'AddEventListenerArgumentTypeWarning';
    internal.process.emitWarning(e);
    return false;
  }
  throw argType('listener', 'an instance of EventListener', listener);
}

class EventTarget {
  constructor() {
    defineProperty(this, kListeners, { value: new Map() });
  }

  addEventListener(type, callback, options) {
    if (!callable(callback)) return;
    const { once = false, passive = false, signal } = typeof options === 'object' && options !== null ? options : {};
    if (signal?.aborted) return;
    const capture = capturing(options);
    const name = String(type);
    let list = this[kListeners].get(name);
    if (list === undefined) this[kListeners].set(name, (list = []));
    if (list.some((l) => l.callback === callback && l.capture === capture)) return;
    list.push({ callback, once, capture, passive, removed: false });
    signal?.addEventListener('abort', () => this.removeEventListener(type, callback, options), { once: true });
  }

  removeEventListener(type, callback, options) {
    const list = this[kListeners].get(String(type));
    const capture = capturing(options);
    const at = list?.findIndex((l) => l.callback === callback && l.capture === capture) ?? -1;
    if (at < 0) return;
    list[at].removed = true;
    list.splice(at, 1);
  }

  dispatchEvent(event) {
    if (!(event instanceof Event)) throw argType('event', 'an instance of Event', event);
    const state = event[kState];
    if (state.phase === 2) throw coded(Error, 'ERR_EVENT_RECURSION', `The event "${state.type}" is already being dispatched`);
    state.target = this;
    state.phase = 2;
    const listeners = [...(this[kListeners].get(state.type) ?? [])];
    for (let i = 0; i < listeners.length && !state.stopped; i++) this[kCall](listeners[i], event);
    state.phase = 0;
    return !event.defaultPrevented;
  }
}

// A listener's error is the program's, and doesn't keep the next listener from its event.
const kCall = Symbol('call');
defineProperty(EventTarget.prototype, kCall, {
  value(listener, event) {
    if (listener.removed) return;
    if (listener.once) this.removeEventListener(event.type, listener.callback, { capture: listener.capture });
    event[kState].passive = listener.passive;
    try {
      const result = typeof listener.callback === 'function' ? listener.callback.call(this, event) : listener.callback.handleEvent(event);
      if (typeof result?.then === 'function') result.then(undefined, fail);
    } catch (e) {
      fail(e);
    }
    event[kState].passive = false;
  },
});

function fail(e) {
  internal.process.nextTick(() => {
    throw e;
  });
}

// handler gives a class an attribute such as onabort.
function handler(Class, type) {
  const key = Symbol(`on${type}`);
  defineProperty(Class.prototype, `on${type}`, {
    configurable: true, enumerable: true,
    get() {
      return this[key]?.handler ?? null;
    },
    set(f) {
      const previous = this[key];
      if (previous !== undefined) this.removeEventListener(type, previous.listener);
      const ok = typeof f === 'function';
      const listener = (event) => f.call(this, event);
      defineProperty(this, key, { value: ok ? { handler: f, listener } : undefined, configurable: true });
      if (ok) this.addEventListener(type, listener);
    },
  });
}

const kAbort = Symbol('abort');
const given = {};

class AbortSignal extends EventTarget {
  #aborted = false;
  #reason;
  #dependants = new Set();

  constructor(permit) {
    if (permit !== given) throw coded(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
    super();
  }
  get aborted() {
    return this.#aborted;
  }
  get reason() {
    return this.#reason;
  }
  throwIfAborted() {
    if (this.#aborted) throw this.#reason;
  }
  [kAbort](reason) {
    if (this.#aborted) return;
    this.#aborted = true;
    this.#reason = reason === undefined ? new DOMException('This operation was aborted', 'AbortError') : reason;
    this.dispatchEvent(new Event('abort'));
    for (const s of this.#dependants) s[kAbort](this.#reason);
    this.#dependants.clear();
  }

  static abort(reason) {
    const signal = new AbortSignal(given);
    signal[kAbort](reason);
    return signal;
  }
  static timeout(delay) {
    const { check } = require('internal:errors');
    check.integer(delay, 'delay', 0, 2 ** 32 - 1);
    const signal = new AbortSignal(given);
    const timer = internal.host('setTimeout')(() => {
      signal[kAbort](new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    }, delay);
    timer?.unref?.();
    return signal;
  }
  static any(signals) {
    const list = [...signals];
    const signal = new AbortSignal(given);
    list.forEach((s, i) => {
      if (!(s instanceof AbortSignal)) throw argType(`signals[${i}]`, 'an instance of AbortSignal', s);
    });
    const first = list.find((s) => s.aborted);
    if (first !== undefined) signal[kAbort](first.reason);
    else for (const s of list) s.#dependants.add(signal);
    return signal;
  }
}
handler(AbortSignal, 'abort');

class AbortController {
  #signal = new AbortSignal(given);
  get signal() {
    return this.#signal;
  }
  abort(reason) {
    this.#signal[kAbort](reason);
  }
}

const exported = { DOMException, Event, CustomEvent, EventTarget, AbortSignal, AbortController };
for (const name of Object.keys(exported)) {
  defineProperty(exported[name].prototype, Symbol.toStringTag, { value: name, configurable: true });
}
module.exports = exported;
