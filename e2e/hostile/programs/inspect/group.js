// attack: groups that indent without end
// expect: output_limit, memory_limit, timeout
// why: indentation grows with each group, and any of the bounds may be first
// output-limit: 1MiB
for (;;) { console.group(); console.log('x') }
