// attack: an object with ever more properties
// expect: memory_limit
const o = {}; for (let i = 0; ; i++) o['property'.repeat(100) + i] = i
