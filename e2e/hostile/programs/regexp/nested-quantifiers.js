// attack: the classic exponential expression, for an engine without backtracking
// expect: exited
// output: false
console.log(/^(a+)+$/.test('a'.repeat(50000) + '!'))
