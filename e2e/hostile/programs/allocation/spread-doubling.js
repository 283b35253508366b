// attack: an array that spreads itself into itself twice
// expect: memory_limit, timeout
// why: copying element by element takes long on a busy machine
// slow: yes
let a = [1, 2, 3, 4]; for (;;) a = [...a, ...a]
