// attack: listeners that add, remove and emit while they are called
// expect: stack_overflow
const E = require('events'); const e = new E(); e.on('x', function f() { e.removeListener('x', f); e.on('x', f); e.emit('x') }); e.emit('x')
