// attack: a chain of a million bound constructors
// expect: stack_overflow
let f = class {}; for (let i = 0; i < 1e6; i++) f = f.bind(null)
new f()
