// attack: a chain of 100,000 conditional types
// expect: stack_overflow
type X = @repeat(100000, "1 extends 2 ? 3 : ")4
