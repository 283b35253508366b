// attack: 200,000 nested patterns of a destructuring assignment
// expect: stack_overflow
const @repeat(200000, "[")a@repeat(200000, "]") = []
