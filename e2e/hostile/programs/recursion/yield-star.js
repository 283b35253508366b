// attack: a generator that delegates to itself
// expect: stack_overflow, memory_limit
// why: the engine's stack takes memory, and which of the two bounds is met first depends on what else the worker holds
function* g() { yield* g() }
g().next()
