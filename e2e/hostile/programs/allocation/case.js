// attack: letters whose capitals are longer, a hundred million of them
// expect: memory_limit
'\u0390'.repeat(1e8).toUpperCase()
