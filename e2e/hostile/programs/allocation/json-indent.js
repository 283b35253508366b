// attack: JSON text that is mostly indentation
// expect: memory_limit, stack_overflow, timeout
// why: the depth, the text or the clock, whichever the engine meets first
// timeout: 3s
let a = []; for (let i = 0; i < 4000; i++) a = [a, 1, 1, 1]
for (const held = []; ;) held.push(JSON.stringify(a, null, 10))
