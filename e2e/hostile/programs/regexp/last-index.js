// attack: a lastIndex whose conversion turns the expression under the matcher
// expect: exited
// output: null
const r = /a/g; let n = 0
r.lastIndex = { valueOf() { if (n++ < 10) r.compile?.('b', 'g'); return 2 ** 53 } }
console.log(r.exec('aaa'))
