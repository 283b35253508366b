// attack: looking for intrinsics that the program before has frozen
// expect: exited
// pair: freeze.js
// output: false false false false 1
const frozen = [Object.prototype, Array, Promise, require('util')].map(Object.isFrozen)
Object.prototype.mine = 1; console.log(...frozen, {}.mine)
