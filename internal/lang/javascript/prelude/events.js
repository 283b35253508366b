// DOMException, Event, EventTarget, AbortSignal and AbortController.
(() => {
  const codes = { InvalidCharacterError: 5, NotSupportedError: 9, SyntaxError: 12, AbortError: 20, TimeoutError: 23, DataCloneError: 25 };
  class DOMException extends Error {
    #name;
    constructor(message = "", options = "Error") {
      super(message);
      this.#name = String(typeof options === "object" && options !== null ? options.name ?? "Error" : options);
    }
    get name() {
      return this.#name;
    }
    get code() {
      return codes[this.#name] ?? 0;
    }
  }

  class Event {
    #state = { target: null, prevented: false, stopped: false, cancelable: false, time: performance.now() };
    constructor(type, options = {}) {
      if (arguments.length === 0) throw new TypeError('The "type" argument must be specified');
      Object.defineProperty(this, "type", { value: String(type), enumerable: true });
      this.#state.cancelable = Boolean(options?.cancelable);
    }
    static state(event) {
      return event.#state;
    }
    get target() {
      return this.#state.target;
    }
    get currentTarget() {
      return this.#state.target;
    }
    get cancelable() {
      return this.#state.cancelable;
    }
    get defaultPrevented() {
      return this.#state.prevented;
    }
    get timeStamp() {
      return this.#state.time;
    }
    get bubbles() {
      return false;
    }
    preventDefault() {
      if (this.#state.cancelable) this.#state.prevented = true;
    }
    stopPropagation() {}
    stopImmediatePropagation() {
      this.#state.stopped = true;
    }
  }
  const stateOf = Event.state;
  delete Event.state;

  class EventTarget {
    #listeners = new Map();
    addEventListener(type, listener, options) {
      if (listener === null || listener === undefined) return;
      const { once = false, signal } = typeof options === "object" && options !== null ? options : {};
      if (signal?.aborted) return;
      const list = this.#listeners.get(String(type)) ?? [];
      if (list.some((l) => l.listener === listener)) return;
      this.#listeners.set(String(type), [...list, { listener, once }]);
      signal?.addEventListener("abort", () => this.removeEventListener(type, listener), { once: true });
    }
    removeEventListener(type, listener) {
      const list = this.#listeners.get(String(type));
      if (list) this.#listeners.set(String(type), list.filter((l) => l.listener !== listener));
    }
    dispatchEvent(event) {
      const state = stateOf(event);
      state.target = this;
      for (const l of this.#listeners.get(event.type) ?? []) {
        if (state.stopped) break;
        if (l.once) this.removeEventListener(event.type, l.listener);
        try {
          if (typeof l.listener === "function") l.listener.call(this, event);
          else l.listener.handleEvent(event);
        } catch (e) {
          process.nextTick(() => {
            throw e;
          });
        }
      }
      return !event.defaultPrevented;
    }
  }

  const key = {};
  class AbortSignal extends EventTarget {
    #reason;
    #aborted = false;
    onabort = null;
    constructor(given) {
      if (given !== key) throw new TypeError("Illegal constructor");
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
    static fire(signal, reason = new DOMException("This operation was aborted", "AbortError")) {
      if (signal.#aborted) return;
      signal.#aborted = true;
      signal.#reason = reason;
      const event = new Event("abort");
      signal.dispatchEvent(event);
      if (typeof signal.onabort === "function") signal.onabort(event);
    }
    static abort(reason) {
      const signal = new AbortSignal(key);
      fire(signal, reason);
      return signal;
    }
    static timeout(delay) {
      const signal = new AbortSignal(key);
      setTimeout(() => fire(signal, new DOMException("The operation was aborted due to timeout", "TimeoutError")), delay).unref();
      return signal;
    }
    static any(signals) {
      const signal = new AbortSignal(key);
      for (const s of signals) {
        if (s.aborted) fire(signal, s.reason);
        else s.addEventListener("abort", () => fire(signal, s.reason), { once: true });
      }
      return signal;
    }
  }
  const fire = AbortSignal.fire;
  delete AbortSignal.fire;

  class AbortController {
    #signal = new AbortSignal(key);
    get signal() {
      return this.#signal;
    }
    abort(reason) {
      fire(this.#signal, reason);
    }
  }

  const tag = (name, class_) => Object.defineProperty(class_.prototype, Symbol.toStringTag, { value: name, configurable: true });
  const all = { DOMException, Event, EventTarget, AbortSignal, AbortController };
  for (const name of Object.keys(all)) tag(name, all[name]);
  return all;
})();
