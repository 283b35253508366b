// attack: the global object by way of constructors, and what it has that it shouldn't
// expect: exited
// output: undefined undefined undefined undefined
const g = (() => {}).constructor('return this')()
console.log(typeof g.WebAssembly, typeof g.SharedArrayBuffer, typeof g.Atomics, typeof g.fetch)
