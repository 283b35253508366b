// attack: 300,000 nested parentheses in the source, which a recursive parser follows
// expect: stack_overflow
@repeat(300000, "(")1@repeat(300000, ")")
