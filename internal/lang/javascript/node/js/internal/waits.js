// events.once and events.on: events as promises.
const errors = require('internal:errors');
const { Symbol, Promise } = internal.global;
const asyncIterator = Symbol.asyncIterator ?? Symbol.for('Symbol.asyncIterator');

const isTarget = (v) => typeof v?.addEventListener === 'function';

function listen(emitter, name, listener, once) {
  if (typeof emitter?.on === 'function') {
    if (once) emitter.once(name, listener);
    else emitter.on(name, listener);
  } else if (isTarget(emitter)) emitter.addEventListener(name, listener, { once });
  else throw errors.argType('emitter', 'an instance of EventEmitter', emitter);
}

function unlisten(emitter, name, listener) {
  if (typeof emitter.removeListener === 'function') emitter.removeListener(name, listener);
  else emitter.removeEventListener(name, listener);
}

function checkSignal(signal) {
  if (signal !== undefined && (signal === null || typeof signal !== 'object' || !('aborted' in signal))) {
    throw errors.argType('options.signal', 'an instance of AbortSignal', signal);
  }
  if (signal?.aborted) throw errors.abort(signal);
}

// once resolves to the arguments of an event's next emission.
async function once(emitter, name, options = {}) {
  const { signal } = options;
  checkSignal(signal);
  return new Promise((resolve, reject) => {
    const clean = () => {
      unlisten(emitter, name, resolver);
      if (name !== 'error' && typeof emitter.once === 'function') unlisten(emitter, 'error', failed);
      signal?.removeEventListener('abort', aborted);
    };
    const resolver = (...args) => {
      clean();
      resolve(args);
    };
    const failed = (e) => {
      clean();
      reject(e);
    };
    const aborted = () => failed(errors.abort(signal));
    listen(emitter, name, resolver, true);
    if (name !== 'error' && typeof emitter.once === 'function') emitter.once('error', failed);
    signal?.addEventListener('abort', aborted, { once: true });
  });
}

// on is an asynchronous iterator of an event's emissions.
function on(emitter, event, options = {}) {
  const { signal } = options;
  checkSignal(signal);
  const emitted = [];
  const waiting = [];
  let failure = null;
  let finished = false;

  const arrived = (...args) => {
    if (waiting.length > 0) waiting.shift().resolve({ value: args, done: false });
    else emitted.push(args);
  };
  const failed = (e) => {
    if (waiting.length > 0) waiting.shift().reject(e);
    else failure = { reason: e };
    finish();
  };
  const aborted = () => failed(errors.abort(signal));
  const watched = event !== 'error' && typeof emitter?.on === 'function';
  const finish = () => {
    if (finished) return;
    finished = true;
    unlisten(emitter, event, arrived);
    if (watched) unlisten(emitter, 'error', failed);
    signal?.removeEventListener('abort', aborted);
    while (waiting.length > 0) waiting.shift().resolve({ value: undefined, done: true });
  };

  listen(emitter, event, arrived, false);
  if (watched) emitter.on('error', failed);
  signal?.addEventListener('abort', aborted, { once: true });
  return {
    next() {
      if (emitted.length > 0) return Promise.resolve({ value: emitted.shift(), done: false });
      if (failure !== null) {
        const { reason } = failure;
        failure = null;
        return Promise.reject(reason);
      }
      if (finished) return Promise.resolve({ value: undefined, done: true });
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    return() {
      finish();
      return Promise.resolve({ value: undefined, done: true });
    },
    throw(e) {
      failed(e);
      return Promise.resolve({ value: undefined, done: true });
    },
    [asyncIterator]() {
      return this;
    },
  };
}

module.exports = { once, on };
