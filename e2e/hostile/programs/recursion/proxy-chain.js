// attack: a chain of 100,000 proxies, read through
// expect: exited
// memory: 256MiB
// exit: 0
let p = {}; for (let i = 0; i < 1e5; i++) p = new Proxy(p, {})
p.a
