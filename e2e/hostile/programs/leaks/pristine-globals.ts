// attack: looking for what the program before left in globals, modules and symbols
// expect: exited
// pair: pollute-globals.ts
// output: undefined undefined undefined undefined undefined undefined
const g: any = globalThis
console.log(g.left, g.process.left, g.Symbol.left, g.console.left, require('util').left, g.Buffer.left)
