// attack: ever more promises that never settle
// expect: memory_limit
const held = []; for (;;) held.push(new Promise(() => {}).then(() => {}).finally(() => {}))
