// attack: eval that evaluates itself
// expect: stack_overflow
const s = 'eval(s)'; eval(s)
