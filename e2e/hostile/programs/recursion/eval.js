// attack: eval that evaluates itself
// expect: stack_overflow
// slow: yes
const s = 'eval(s)'; eval(s)
