// attack: a chain of 200,000 else ifs in the source
// expect: stack_overflow
// slow: yes
@repeat(200000, "if(0);else ")console.log('end')
