// attack: Symbol.toPrimitive that converts itself
// expect: stack_overflow
const o = { [Symbol.toPrimitive]() { return `${this}` } }; `${o}`
