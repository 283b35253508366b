// attack: 100,000 nested function expressions in the source
// expect: stack_overflow
// slow: yes
const f = @repeat(100000, "function(){return ")1@repeat(100000, "}")
