// attack: 100,000 decorators of one class, each nested in the code that comes of it
// expect: uncaught_error, stack_overflow, timeout
// why: whether the lowered code is refused, too deep or too slow is the compiler's affair; it ends soon
// timeout: 3s
const d = (c: any) => c
@repeat(100000, "@d ")class A {}
