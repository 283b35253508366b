// Timers that are promises.
const { argType, abort } = require('internal:errors');
const { Promise, Symbol } = internal.global;
const asyncIterator = Symbol.asyncIterator ?? Symbol.for('Symbol.asyncIterator');
const timers = require('timers');

// signalOf returns the signal of some options, or throws for what is none.
function signalOf(options) {
  if (options !== undefined && (options === null || typeof options !== 'object')) throw argType('options', 'of type object', options);
  const { signal, ref = true } = options ?? {};
  if (signal !== undefined && (signal === null || typeof signal !== 'object' || !('aborted' in signal))) {
    throw argType('options.signal', 'an instance of AbortSignal', signal);
  }
  if (typeof ref !== 'boolean') throw argType('options.ref', 'of type boolean', ref);
  return signal;
}

// wait is a promise of a timer that start sets and clear takes away.
async function wait(start, clear, value, options) {
  const signal = signalOf(options);
  if (signal?.aborted) throw abort(signal);
  return new Promise((resolve, reject) => {
    const aborted = () => {
      clear(timer);
      reject(abort(signal));
    };
    const timer = start(() => {
      signal?.removeEventListener('abort', aborted);
      resolve(value);
    });
    if (options?.ref === false) timer?.unref?.();
    signal?.addEventListener('abort', aborted, { once: true });
  });
}

const setTimeout = (delay, value, options) => wait((f) => timers.setTimeout(f, delay), timers.clearTimeout, value, options);
const setImmediate = (value, options) => wait((f) => timers.setImmediate(f), timers.clearImmediate, value, options);

// setInterval is an asynchronous iterator of value.
function setInterval(delay, value, options) {
  const signal = signalOf(options);
  let due = 0; // ticks that nobody has taken
  let waiting = null;
  let over = signal?.aborted ?? false;
  let failure = over ? abort(signal) : null;
  const stop = () => {
    over = true;
    timers.clearInterval(timer);
    signal?.removeEventListener('abort', aborted);
  };
  const aborted = () => {
    stop();
    failure = abort(signal);
    settle();
  };
  const settle = () => {
    if (waiting === null) return;
    const { resolve, reject } = waiting;
    if (due > 0) {
      due--;
      waiting = null;
      resolve({ value, done: false });
    } else if (over) {
      waiting = null;
      if (failure) reject(failure);
      else resolve({ value: undefined, done: true });
      failure = null;
    }
  };
  const timer = over ? undefined : timers.setInterval(() => {
    due++;
    settle();
  }, delay);
  if (options?.ref === false) timer?.unref?.();
  signal?.addEventListener('abort', aborted, { once: true });
  return {
    next: () => new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      settle();
    }),
    return() {
      stop();
      failure = null;
      settle();
      return Promise.resolve({ value: undefined, done: true });
    },
    [asyncIterator]() {
      return this;
    },
  };
}

module.exports = {
  setTimeout, setImmediate, setInterval,
  scheduler: { wait: (delay, options) => setTimeout(delay, undefined, options), yield: () => setImmediate() },
};
