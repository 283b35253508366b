// attack: 100,000 nested class expressions
// expect: stack_overflow
const c = @repeat(100000, "class extends ")Object@repeat(100000, "{}")
