// attack: one allocation through padStart
// expect: memory_limit
const s = 'x'.padStart(2 ** 30 - 25, 'ab'); console.log(s.length)
