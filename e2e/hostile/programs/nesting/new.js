// attack: 300,000 nested new operators
// expect: stack_overflow
@repeat(300000, "new ")Object
