// attack: an environment that the program makes grow
// expect: memory_limit
for (let i = 0; ; i++) process.env['NAME' + i] = 'value'.repeat(100)
