// attack: a Map that contains itself as key and value, walked while it grows
// expect: timeout, memory_limit
// why: it grows with each step, and either bound may be first
const m = new Map(); m.set(m, m); for (const [k] of m) m.set({}, k)
