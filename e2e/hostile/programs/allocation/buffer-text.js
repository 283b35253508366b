// attack: the hexadecimal text of ever larger buffers
// expect: memory_limit
let held = ''; for (const b = Buffer.alloc(1 << 20, 1); ;) held += b.toString('hex')
