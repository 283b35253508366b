// attack: nested source that is only made at run time, for the Function constructor
// expect: stack_overflow
Function('return ' + '['.repeat(300000) + ']'.repeat(300000))
