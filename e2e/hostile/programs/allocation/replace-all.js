// attack: a replacement that multiplies its input by a million
// expect: memory_limit
'x'.repeat(1e4).replaceAll('x', 'y'.repeat(1e6))
