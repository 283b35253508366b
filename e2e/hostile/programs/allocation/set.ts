// attack: a Set of strings that grows for ever
// expect: memory_limit
// slow: yes
const s = new Set<string>(); for (let i = 0; ; i++) s.add('element ' + i)
