// attack: a promise chain of a hundred thousand links
// expect: exited
// output: 100000
// memory: 256MiB
let p = Promise.resolve(0); for (let i = 0; i < 1e5; i++) p = p.then(n => n + 1)
p.then(n => console.log(n))
