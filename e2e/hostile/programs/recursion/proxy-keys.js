// attack: the keys of a chain of a million proxies
// expect: exited, memory_limit, stack_overflow
// why: a worker that has room for a million proxies gets through
// slow: yes
let p = {}; for (let i = 0; i < 1e6; i++) p = new Proxy(p, {})
Object.keys(p)
