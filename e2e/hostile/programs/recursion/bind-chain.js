// attack: a chain of a million bound functions, called
// expect: stack_overflow
let f = () => 0; for (let i = 0; i < 1e6; i++) f = f.bind(null)
f()
