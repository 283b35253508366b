// attack: one allocation through padEnd, of a string of wide characters
// expect: memory_limit
const s: string = 'é'.padEnd(2 ** 29, 'ü'); console.log(s.length)
