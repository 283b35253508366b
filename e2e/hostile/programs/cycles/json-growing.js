// attack: JSON text of an object that grows while it is visited
// expect: stack_overflow, memory_limit, timeout
// why: it ends where the engine's stack, memory or the clock does
const o = { toJSON() { return { o: { toJSON: o.toJSON } } } }; JSON.stringify(o)
