// attack: decoded text that is kept
// expect: memory_limit
const held = [], b = new Uint8Array(1 << 20).fill(0xff); for (;;) held.push(new TextDecoder().decode(b))
