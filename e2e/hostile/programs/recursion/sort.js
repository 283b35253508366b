// attack: a comparator that sorts
// expect: stack_overflow
// slow: yes
const f = () => [1, 2, 3].sort(f)[0]; f()
