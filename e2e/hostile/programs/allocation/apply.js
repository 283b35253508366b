// attack: a call with a hundred million arguments
// expect: memory_limit, uncaught_error, stack_overflow
// why: an engine may bound the number of arguments, or push them on its own stack
Math.max.apply(null, { length: 1e8 })
