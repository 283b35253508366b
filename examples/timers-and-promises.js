// The order in which an event loop does things, as in Node: the program itself,
// process.nextTick, promises, timers by their time, and the end when nothing is left.
const wait = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));

setTimeout(() => console.log("6 timer, 20 ms"), 20);
setTimeout(() => console.log("5 timer, 0 ms"), 0);
Promise.resolve().then(() => console.log("3 promise"));
queueMicrotask(() => console.log("4 microtask"));
process.nextTick(() => console.log("2 next tick"));
console.log("1 program");

async function main() {
  const all = await Promise.all([wait(60, "slow"), wait(40, "fast")]);
  console.log("7 all:", all.join(", "));
  const first = await Promise.race([wait(30, "hare"), wait(90, "tortoise")]);
  console.log("8 first:", first);
  try {
    await Promise.reject(new Error("no luck"));
  } catch (error) {
    console.log("9 caught:", error.message);
  }
  let n = 0;
  const ticking = setInterval(() => {
    n++;
    if (n === 3) {
      clearInterval(ticking);
      console.log("10 three ticks");
    }
  }, 5);
}

main();
process.on("exit", (code) => console.log("11 exit", code));
