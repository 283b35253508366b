// attack: Symbol.toPrimitive that converts itself
// expect: stack_overflow
// slow: yes
const o = { [Symbol.toPrimitive]() { return `${this}` } }; `${o}`
