// attack: 500,000 unary operators before one operand
// expect: stack_overflow
@repeat(500000, "!")1
