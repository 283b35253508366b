// attack: errors with deep stacks, all kept
// expect: memory_limit
// slow: yes
const held = []; const f = n => n ? f(n - 1) : held.push(new Error('x')); for (;;) f(500)
