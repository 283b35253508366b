// attack: output without end in writes of one byte
// expect: output_limit
// output-limit: 1MiB
// timeout: 5s
for (;;) process.stdout.write('x')
