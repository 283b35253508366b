// attack: the keys of a chain of a million proxies
// expect: stack_overflow
let p = {}; for (let i = 0; i < 1e6; i++) p = new Proxy(p, {})
Object.keys(p)
