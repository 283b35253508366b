// attack: ever more ticks
// expect: memory_limit
for (;;) process.nextTick(() => {})
