// attack: 100,000 alternatives with a back-reference, tried at 10,000 places
// expect: timeout
const words = Array.from({ length: 100000 }, (_, i) => 'w' + i).join('|')
for (;;) new RegExp(`(${words})\\1`).test('w1 '.repeat(10000))
