// attack: error output without end
// expect: output_limit
// output-limit: 1MiB
for (;;) console.error('flood')
