// attack: two arrays nested a hundred thousand times, compared by assert
// expect: stack_overflow, memory_limit
// why: the engine's stack takes memory, and which of the two bounds is met first depends on what else the worker holds
const deep = () => { let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return a }
require('assert').deepStrictEqual(deep(), deep())
