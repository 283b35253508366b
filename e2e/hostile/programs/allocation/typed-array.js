// attack: one Float64Array of 2 GiB
// expect: memory_limit
new Float64Array(2 ** 28).fill(1)
