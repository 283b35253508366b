// attack: one allocation of 1 GiB through String.prototype.repeat
// expect: memory_limit
const s = 'x'.repeat(2 ** 30 - 25); console.log(s.length)
