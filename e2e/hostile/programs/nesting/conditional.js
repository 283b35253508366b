// attack: a chain of 200,000 conditional operators
// expect: stack_overflow
const n = @repeat(200000, "0?1:")1
