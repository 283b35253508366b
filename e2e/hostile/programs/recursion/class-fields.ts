// attack: a class whose field is an instance of it
// expect: stack_overflow
// slow: yes
class A { next: A = new A() }
new A()
