// attack: a reviver that nests what it is given without end
// expect: stack_overflow
// slow: yes
const f = (k, v) => k === 'x' ? v : JSON.parse('{"a":[1]}', f)
f('', 0)
