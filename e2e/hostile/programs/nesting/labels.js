// attack: 100,000 nested labels of one statement
// expect: stack_overflow, uncaught_error
// why: names that repeat are a syntax error where the parser compares them before it goes deeper
@repeat(100000, "a:")1
