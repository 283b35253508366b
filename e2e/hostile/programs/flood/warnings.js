// attack: warnings without end
// expect: output_limit, memory_limit
// why: warnings are printed in a tick, so that they pile up when they are made in one loop
// output-limit: 1MiB
for (;;) process.emitWarning('x'.repeat(1000))
