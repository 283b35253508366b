// attack: memory that grows slowly, between waits, so that no moment looks bad
// expect: memory_limit
// slow: yes
const held = []; setInterval(() => held.push(new Uint8Array(2 << 20).fill(1)), 10)
