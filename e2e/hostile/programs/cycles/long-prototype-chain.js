// attack: a chain of a hundred thousand prototypes, searched for what isn't there
// expect: exited
// memory: 256MiB
// output: undefined
let o = {}; for (let i = 0; i < 1e5; i++) o = Object.create(o)
console.log(o.missing)
