// attack: JSON text of an array nested a million times
// expect: stack_overflow
let a = []; for (let i = 0; i < 1e6; i++) a = [a]
JSON.stringify(a)
