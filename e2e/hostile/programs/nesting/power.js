// attack: a chain of 200,000 right-associative operators
// expect: stack_overflow, memory_limit
// why: the engine's stack takes memory, and which of the two bounds is met first depends on what else the worker holds
const n = @repeat(200000, "1**")1
