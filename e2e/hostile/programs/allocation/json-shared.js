// attack: JSON text of a tree whose branches are one object, 2^40 leaves
// expect: memory_limit, timeout
// why: the text grows until one of the two is reached
let o = 'leaf'; for (let i = 0; i < 40; i++) o = [o, o]
JSON.stringify(o)
