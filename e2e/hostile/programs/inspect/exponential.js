// attack: an object with 2^60 paths through it, printed without a bound of depth
// expect: exited
// output: true
let o = {}; for (let i = 0; i < 60; i++) o = { a: o, b: o }
console.log(require('util').inspect(o, { depth: null }).length > 0)
