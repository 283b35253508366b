// attack: a callback of replace that replaces
// expect: stack_overflow
// slow: yes
const f = s => s.replace(/./, f); f('x')
