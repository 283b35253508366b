// attack: many typed arrays that are kept, 1 MiB each
// expect: memory_limit
const held: Uint8Array[] = []
for (;;) held.push(new Uint8Array(1 << 20).fill(1))
