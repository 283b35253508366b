// attack: flatMap that multiplies its input, again and again
// expect: memory_limit, timeout
// why: copying element by element takes long on a busy machine
// slow: yes
let a = [1]; for (;;) a = a.flatMap(x => [x, x, x, x])
