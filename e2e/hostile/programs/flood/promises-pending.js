// attack: ever more promises that never settle
// expect: memory_limit
const held = []; for (;;) { const big = new Uint8Array(5000); held.push(new Promise(() => {}).then(() => big).finally(() => big)) }
