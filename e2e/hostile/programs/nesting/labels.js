// attack: 100,000 nested labels of one statement
// expect: stack_overflow, memory_limit
// why: the engine's stack takes memory, and which of the two bounds is met first depends on what else the worker holds
@repeat(100000, "a:")1
