// attack: output without end
// expect: output_limit
// output-limit: 1MiB
for (;;) console.log('flood')
