// attack: the builtins that printing needs replaced by functions that never end
// expect: exited
// says: { a: [ 1,
// exit: 0
const value = { a: [1, new Map([[1, 2]])] }, loop = () => { for (;;) ; }
const all = [Object, Map.prototype, Set.prototype, Symbol.prototype, String.prototype, Reflect].flatMap(o => Reflect.ownKeys(o).map(k => [o, k]))
for (let i = 0; i < all.length; i++) try { all[i][0][all[i][1]] = loop } catch { }
console.log(value)
