// A server that ends in good order: SIGTERM, which a cancel and a shutdown send,
// starts the end, and what is under way is finished first. What takes longer than the
// grace period is killed.
const working = setInterval(() => {}, 1000);

process.on("SIGTERM", (signal) => {
  console.log(`${signal}: finishing`);
  clearInterval(working);
  setTimeout(() => {
    console.log("finished");
    process.exitCode = 0;
  }, 20);
});

console.log("ready");
