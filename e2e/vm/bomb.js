// Takes memory by allocations that the engine doesn't see coming.
const all = [];
for (;;) all.push('x'.repeat(8 << 20));
