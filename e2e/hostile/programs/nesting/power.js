// attack: a chain of 200,000 right-associative operators
// expect: stack_overflow
const n = @repeat(200000, "1**")1
