// Arguments follow -- on the command line, the environment is what --env gives and
// nothing else:
//   elided run examples/args-env.ts --env GREETING=Salut -- --loud Ada Grace
interface Options {
  loud: boolean;
  names: string[];
}

function parse(args: readonly string[]): Options {
  return {
    loud: args.includes("--loud"),
    names: args.filter((a) => !a.startsWith("--")),
  };
}

const { loud, names } = parse(process.argv.slice(2));
const greeting: string = process.env.GREETING ?? "Hello";

for (const name of names) {
  const line = `${greeting}, ${name}!`;
  console.log(loud ? line.toUpperCase() : line);
}
console.log("variables:", Object.keys(process.env).sort().join(" "));
