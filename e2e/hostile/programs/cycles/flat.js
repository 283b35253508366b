// attack: flat(Infinity) of an array that contains itself
// expect: stack_overflow, memory_limit
// why: each level allocates as well
const a = []; a.push(a); a.flat(Infinity)
