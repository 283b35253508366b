// attack: one string of wide characters, of half a gigabyte
// expect: memory_limit
const s = '\u1234'.repeat(2 ** 28); console.log(s.length)
