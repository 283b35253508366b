// attack: a query of ever more parameters
// expect: memory_limit
// slow: yes
const q = new URLSearchParams(); for (let i = 0; ; i++) q.append('name' + i, 'value'.repeat(100))
