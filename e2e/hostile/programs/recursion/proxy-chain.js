// attack: a chain of 100,000 proxies, read through
// expect: stack_overflow
let p = {}; for (let i = 0; i < 1e5; i++) p = new Proxy(p, {})
p.a
