// attack: one write far above the limit
// expect: output_limit
// output-limit: 1MiB
process.stdout.write('x'.repeat(10 << 20))
