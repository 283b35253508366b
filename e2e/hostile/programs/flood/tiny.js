// attack: output without end in writes of one byte
// expect: output_limit
// output-limit: 1MiB
for (;;) process.stdout.write('x')
