// attack: JSON text of an array nested a million times
// expect: stack_overflow, memory_limit
// why: the engine's stack takes memory, and which of the two bounds is met first depends on what else the worker holds
let a = []; for (let i = 0; i < 1e6; i++) a = [a]
JSON.stringify(a)
