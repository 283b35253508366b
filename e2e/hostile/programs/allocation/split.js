// attack: ten million strings through split
// expect: memory_limit
'x'.repeat(6e7).split('')
