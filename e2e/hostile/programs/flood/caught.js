// attack: output without end by a program that catches everything
// expect: output_limit
// output-limit: 1MiB
for (;;) try { console.log('flood') } catch { } finally { continue }
