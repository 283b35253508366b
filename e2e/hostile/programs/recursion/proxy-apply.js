// attack: a chain of a million proxies of a function, called
// expect: stack_overflow
let p = () => 0; for (let i = 0; i < 1e6; i++) p = new Proxy(p, {})
p()
