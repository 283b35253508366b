// attack: the base64 text of a string that doubles
// expect: memory_limit
let s = 'x'.repeat(1 << 20); for (;;) s = btoa(s)
