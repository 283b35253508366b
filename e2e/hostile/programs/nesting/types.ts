// attack: 200,000 nested type arguments, in types that are only to be removed
// expect: stack_overflow
let x: @repeat(200000, "Array<")number@repeat(200000, ">")
