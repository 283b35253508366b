// attack: 100,000 angle brackets that may open type arguments or compare, which needs backtracking
// expect: stack_overflow, uncaught_error
// why: that the last bracket opens nothing is an error for the parser that gets so far
// timeout: 3s
const x = @repeat(100000, "a<")b
