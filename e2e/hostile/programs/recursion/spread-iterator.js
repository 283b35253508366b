// attack: an iterator that spreads itself
// expect: stack_overflow
const o = { [Symbol.iterator]() { return [...this][Symbol.iterator]() } }; [...o]
