// attack: output without end and without a line end
// expect: output_limit
// output-limit: 1MiB
for (;;) process.stdout.write('x'.repeat(1000))
