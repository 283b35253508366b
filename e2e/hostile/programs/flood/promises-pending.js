// attack: ever more promises that never settle
// expect: memory_limit, timeout
// why: only the promises stay, some hundred bytes each, so that a slow machine takes long
const held = []; for (;;) { const big = new Uint8Array(5000); held.push(new Promise(() => {}).then(() => big).finally(() => big)) }
