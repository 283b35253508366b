// attack: a chain of 500,000 additions, left-associative
// expect: stack_overflow, memory_limit
// why: the engine's stack takes memory, and which of the two bounds is met first depends on what else the worker holds
let n = 0@repeat(500000, "+1")
