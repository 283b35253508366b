// attack: 200,000 nested object literals in the source
// expect: stack_overflow
const o = @repeat(200000, "{a:")1@repeat(200000, "}")
