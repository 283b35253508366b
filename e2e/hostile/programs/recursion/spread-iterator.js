// attack: an iterator that spreads itself
// expect: stack_overflow
// slow: yes
const o = { [Symbol.iterator]() { return [...this][Symbol.iterator]() } }; [...o]
