// Classes, closures, arrays and maps.
class Account {
  #balance = 0;
  constructor(owner) { this.owner = owner; this.moves = []; }
  deposit(n) { this.#balance += n; this.moves.push({ kind: "in", n }); return this; }
  withdraw(n) {
    if (n > this.#balance) throw new RangeError(`${this.owner} has ${this.#balance}`);
    this.#balance -= n;
    this.moves.push({ kind: "out", n });
    return this;
  }
  get balance() { return this.#balance; }
}

function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

const accounts = new Map();
let refused = 0;
for (let i = 0; i < 20000; i++) {
  const owner = "owner" + (i % 100);
  if (!accounts.has(owner)) accounts.set(owner, new Account(owner));
  try {
    accounts.get(owner).deposit(i % 50).withdraw(i % 70);
  } catch (e) {
    if (!(e instanceof RangeError)) throw e;
    refused++;
  }
}
const richest = [...accounts.values()].sort((a, b) => b.balance - a.balance || (a.owner < b.owner ? -1 : 1)).slice(0, 10);
const { owner, balance } = richest[0];
console.log(fib(20), refused, owner, balance, richest.map((a) => a.moves.length).reduce((a, b) => a + b, 0));
