// attack: looking for modules that the program before has changed
// expect: exited
// pair: pollute-modules.js
// output: 'x' a/b true
const E = require('events'); const e = new E(); e.on('x', () => {})
console.log(require('util').inspect('x'), require('path').join('a', 'b'), e.emit('x'))
