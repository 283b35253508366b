// attack: a string that is added to itself, doubling each time
// expect: memory_limit, uncaught_error
// why: a string has a greatest length, which may come first
let s = 'x'; for (;;) s += s
