// attack: output to exactly the limit, and one byte more in the exit handler
// expect: output_limit
// output-limit: 1MiB
process.stdout.write('x'.repeat(1 << 20)); process.on('exit', () => process.stdout.write('y'))
