// attack: 200,000 nested template literals in the source
// expect: stack_overflow
const s = @repeat(200000, "`${")1@repeat(200000, "}`")
