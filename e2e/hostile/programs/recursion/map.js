// attack: recursion by way of callbacks of native functions
// expect: stack_overflow
const f = () => [1].map(() => new Map([[1, 2]]).forEach(() => Array.from([1], f))); f()
