// attack: an expression of 100,000 nested look-aheads
// expect: exited, stack_overflow
// why: the nesting may overflow the stack of the expression's compiler, or just fit
new RegExp('(?='.repeat(100000) + ')'.repeat(100000))
