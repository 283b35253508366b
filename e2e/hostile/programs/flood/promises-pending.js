// attack: ever more promises that never settle
// expect: memory_limit
const held = []; for (;;) { const big = new Array(500).fill(0); held.push(new Promise(() => {}).then(() => big).finally(() => big)) }
