// attack: a chain of 500,000 member accesses, left-associative
// expect: stack_overflow, memory_limit
// why: the engine's stack takes memory, and which of the two bounds is met first depends on what else the worker holds
let o = {}; o.a = o; o@repeat(500000, ".a")
