// attack: an expression of 100,000 nested look-aheads
// expect: uncaught_error, stack_overflow
// why: it may be refused for its nesting or overflow the stack of the expression's compiler
new RegExp('(?='.repeat(100000) + ')'.repeat(100000))
