// An error that nobody catches ends a program with exit code 1 and a stack on
// standard error that points at these lines, though JavaScript is what ran.
type Account = { id: string; balance: number };

const accounts: Account[] = [{ id: "a", balance: 10 }];

function withdraw(id: string, amount: number): number {
  const account = accounts.find((a) => a.id === id);
  if (account!.balance < amount) {
    throw new RangeError(`account ${id} has only ${account!.balance}`);
  }
  return (account!.balance -= amount);
}

console.log("left:", withdraw("a", 4));
console.log("left:", withdraw("a", 40));
console.log("never reached");
