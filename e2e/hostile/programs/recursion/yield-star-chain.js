// attack: a chain of 100,000 generators, each of which delegates to the one before
// expect: stack_overflow, memory_limit
// why: the engine's stack takes memory, and which of the two bounds is met first depends on what else the worker holds
function* g(i) { if (i) yield* i; else yield 1 }
let i; for (let n = 0; n < 1e5; n++) i = g(i)
i.next()
