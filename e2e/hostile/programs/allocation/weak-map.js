// attack: a WeakMap whose keys are kept
// expect: memory_limit
const m = new WeakMap(), held = []; for (;;) { const k = {}; held.push(k); m.set(k, new Uint8Array(10000).fill(1)) }
