// attack: globals and the registry of symbols used as a letter box
// expect: exited
// output: done
;(globalThis as any).left = 'behind'; (global as any).process.left = 'behind'
;(Symbol.for('left') as any).constructor.left = 'behind'; (Symbol as any).left = 'behind'
;(console as any).left = 'behind'; require('util').left = 'behind'; (Buffer as any).left = 'behind'
console.log('done')
