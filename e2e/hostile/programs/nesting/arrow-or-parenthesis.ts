// attack: parentheses that may begin arrow functions with types, each tried both ways
// expect: stack_overflow, timeout, uncaught_error
// why: backtracking is bounded by the timeout where the depth is not, and the text is no program at last
const x = @repeat(2000, "(a = ")b@repeat(2000, "): c => d")
