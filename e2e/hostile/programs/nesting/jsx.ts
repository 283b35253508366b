// attack: angle brackets that look like old type assertions, nested
// expect: stack_overflow
const x = @repeat(200000, "<any>")1
