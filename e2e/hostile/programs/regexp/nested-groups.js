// attack: an expression of 100,000 nested groups
// expect: uncaught_error, stack_overflow
// why: one of the two expression engines has a bound for nesting, the other has the stack
new RegExp('('.repeat(100000) + ')'.repeat(100000))
