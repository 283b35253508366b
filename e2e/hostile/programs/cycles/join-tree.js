// attack: the text of a tree whose branches are one array, 2^40 leaves
// expect: timeout, memory_limit
// why: the text grows until one of the two is reached
let a = ['leaf']; for (let i = 0; i < 40; i++) a = [a, a]
String(a)
