// attack: 200,000 nested arrow functions in the source
// expect: stack_overflow
// slow: yes
const f = @repeat(200000, "()=>")1
