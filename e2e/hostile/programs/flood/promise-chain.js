// attack: a promise chain of ten thousand links
// expect: exited
// output: 10000
let p = Promise.resolve(0); for (let i = 0; i < 1e4; i++) p = p.then(n => n + 1)
p.then(n => console.log(n))
