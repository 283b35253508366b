// attack: a chain of 500,000 additions, left-associative
// expect: stack_overflow
let n = 0@repeat(500000, "+1")
