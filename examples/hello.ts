// A greeting, with the name from the arguments: elided run examples/hello.ts -- Ada
const name: string = process.argv[2] ?? "world";

function greet(who: string): string {
  return `Hello, ${who}!`;
}

console.log(greet(name));
