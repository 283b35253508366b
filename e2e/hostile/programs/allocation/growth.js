// attack: an array that grows element by element, for ever
// expect: memory_limit
// slow: yes
const held = []; for (let i = 0; ; i++) held.push({ i })
