// attack: valueOf that converts itself to a number
// expect: stack_overflow
const o = { valueOf() { return +this } }; +o
