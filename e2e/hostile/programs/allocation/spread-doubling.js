// attack: an array that spreads itself into itself twice
// expect: memory_limit
// slow: yes
let a = [1, 2, 3, 4]; for (;;) a = [...a, ...a]
