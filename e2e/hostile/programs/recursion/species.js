// attack: a species that makes arrays by the method that asks for it
// expect: stack_overflow
// slow: yes
class A extends Array { static get [Symbol.species]() { return function (n) { return new A(1).map(x => x) } } }
new A(1, 2).map(x => x)
