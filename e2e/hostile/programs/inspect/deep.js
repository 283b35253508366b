// attack: an object nested a hundred thousand times, printed without a bound of depth
// expect: exited
// output: true
// memory: 256MiB
let o = {}; for (let i = 0; i < 1e5; i++) o = { o }
console.log(require('util').inspect(o, { depth: Infinity }).length < 1e7)
