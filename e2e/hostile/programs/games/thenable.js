// attack: thenables that call back twice, throw afterwards and never settle
// expect: exited
// output: first
const t = { then(a, b) { a('first'); a('second'); b('third'); throw 'fourth' } }
Promise.resolve(t).then(v => console.log(v)); Promise.race([{ then() { } }]); Promise.all([{ then() { } }])
