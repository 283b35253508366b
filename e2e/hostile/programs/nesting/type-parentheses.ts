// attack: 300,000 nested parentheses in a type
// expect: stack_overflow
let x: @repeat(300000, "(")number@repeat(300000, ")")
