// attack: ever more listeners
// expect: memory_limit
for (;;) process.on('exit', () => {})
