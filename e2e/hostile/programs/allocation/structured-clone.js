// attack: a clone of a tree whose branches are one object
// expect: exited
// output: done
let o = ['leaf']; for (let i = 0; i < 40; i++) o = [o, o]
structuredClone(o); console.log('done')
