// attack: syntax that the compiler must lower, nested in itself
// expect: exited
// output: done
class A { #x = 1; static { try { (class { #y = 2; static async *[Symbol.iterator]() { yield* [1]?.[0]?.x ?? [] } }) } catch { } } get x() { return this.#x ??= 2 } }
enum E { A = 1 << 2, B = A | 1, C = `${B}`.length }
console.log('done')
