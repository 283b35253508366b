// attack: Symbol.hasInstance that asks for itself
// expect: stack_overflow
// slow: yes
const C = { [Symbol.hasInstance]: v => v instanceof C }; 1 instanceof C
