// attack: a chain of 500,000 member accesses, left-associative
// expect: stack_overflow
let o = {}; o.a = o; o@repeat(500000, ".a")
