// attack: a chain of a million bound constructors
// expect: stack_overflow, memory_limit
// why: the engine's stack takes memory, and which of the two bounds is met first depends on what else the worker holds
let f = class {}; for (let i = 0; i < 1e6; i++) f = f.bind(null)
new f()
