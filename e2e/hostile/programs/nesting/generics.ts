// attack: 100,000 angle brackets that may open type arguments or compare, which needs backtracking
// expect: timeout, stack_overflow
// why: the compiler tries each bracket both ways, and the clock or its stack ends that
const x = @repeat(100000, "a<")b
