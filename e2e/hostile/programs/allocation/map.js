// attack: a Map that grows for ever
// expect: memory_limit
// slow: yes
const m = new Map(); for (let i = 0; ; i++) m.set(i, i)
