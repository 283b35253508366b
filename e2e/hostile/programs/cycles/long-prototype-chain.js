// attack: a chain of a million prototypes, searched for what isn't there
// expect: stack_overflow, exited
// why: the engine follows the chain on its stack, or in a loop
// output: undefined
let o = {}; for (let i = 0; i < 1e6; i++) o = Object.create(o)
console.log(o.missing)
