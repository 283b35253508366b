// attack: looking for prototypes that the program before has changed
// expect: exited
// pair: pollute-prototypes.js
// output: undefined [ 1 ] 1 UP [ 'a' ] function undefined
const a = []; const n = a.push(1)
console.log({}.polluted, a, n, 'up'.toUpperCase(), Object.keys({ a: 1 }), typeof Promise.prototype.then, {}.get)
