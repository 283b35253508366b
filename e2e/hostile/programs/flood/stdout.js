// attack: output without end
// expect: output_limit
// output-limit: 1MiB
// slow: yes
for (;;) console.log('flood')
