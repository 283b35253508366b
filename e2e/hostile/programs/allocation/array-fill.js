// attack: a billion elements through Array.prototype.fill
// expect: memory_limit
Array(1e9).fill(0)
