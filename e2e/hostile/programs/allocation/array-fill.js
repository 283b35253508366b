// attack: a billion elements through Array.prototype.fill
// expect: memory_limit
// slow: yes
Array(1e9).fill(0)
