// attack: valueOf that converts itself to a number
// expect: stack_overflow
// slow: yes
const o = { valueOf() { return +this } }; +o
