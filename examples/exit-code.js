// A program chooses its exit code: process.exitCode says which when it ends by
// itself, process.exit(code) ends it at once.
process.on("exit", (code) => console.log("leaving with", code));

process.exitCode = 3;
console.log("still here");
setTimeout(() => {
  console.log("done, well enough");
  process.exit(42);
}, 10);
