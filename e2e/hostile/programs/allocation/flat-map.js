// attack: flatMap that multiplies its input, again and again
// expect: memory_limit
// slow: yes
let a = [1]; for (;;) a = a.flatMap(x => [x, x, x, x])
