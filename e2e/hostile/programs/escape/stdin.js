// attack: standard input that was not given
// expect: exited
// output: 0
console.log(require('fs').readFileSync(0).length)
