// attack: 300,000 nested tuple types
// expect: stack_overflow
let x: @repeat(300000, "[")@repeat(300000, "]")
