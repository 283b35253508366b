// attack: a class whose field is an instance of it
// expect: stack_overflow
class A { next: A = new A() }
new A()
