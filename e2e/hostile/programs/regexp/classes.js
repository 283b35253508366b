// attack: a character class of a million ranges
// expect: exited, timeout
// why: how soon a million ranges are sorted depends on the machine
// output: true
console.log(new RegExp('[' + 'a-z'.repeat(1e6) + ']').test('q'))
