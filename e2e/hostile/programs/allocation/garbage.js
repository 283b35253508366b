// attack: garbage as fast as it can be made, of which nothing is kept
// expect: timeout
for (;;) new Array(1000).fill({})
