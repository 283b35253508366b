// attack: counters and clocks of the console under ever more names
// expect: memory_limit, output_limit
// why: each name is kept, and counting prints
// output-limit: 8MiB
for (let i = 0; ; i++) { console.count('name ' + i); console.time('name ' + i + 'x'.repeat(1000)) }
