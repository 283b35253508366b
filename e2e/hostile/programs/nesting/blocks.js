// attack: 300,000 nested blocks in the source
// expect: stack_overflow
@repeat(300000, "{")@repeat(300000, "}")
