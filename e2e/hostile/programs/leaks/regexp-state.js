// attack: legacy properties of RegExp that show what was matched before
// expect: exited
// output: undefined undefined undefined
console.log(RegExp.lastMatch, RegExp.$1, RegExp.input)
