// attack: ever more entries of the registry of symbols
// expect: memory_limit
for (let i = 0; ; i++) Symbol.for('symbol number '.repeat(100) + i)
