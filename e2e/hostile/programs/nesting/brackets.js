// attack: 300,000 nested array literals in the source
// expect: stack_overflow
const a = @repeat(300000, "[")@repeat(300000, "]")
