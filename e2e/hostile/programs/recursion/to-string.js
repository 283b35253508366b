// attack: toString that converts itself to text
// expect: stack_overflow
const o = { toString() { return '' + this } }; String(o)
