// Adds up the files of a directory and writes a report into another:
//
//   elided run --fs /data=examples/data --fs /out=/tmp:rw examples/files.js
import { createReadStream, createWriteStream } from "node:fs";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";

const totals = {};
for (const name of await readdir("/data")) {
  const [, ...lines] = (await readFile(`/data/${name}`, "utf8")).trim().split("\n");
  totals[name] = lines.map((line) => line.split(",")).reduce((sum, [, units, price]) => sum + units * price, 0);
}
console.log(totals);

// Large files go by chunk, in bounded memory.
await new Promise((resolve, reject) => {
  createReadStream("/data/monday.csv", { highWaterMark: 16 })
    .on("error", reject)
    .pipe(createWriteStream("/out/copy.csv"))
    .on("error", reject)
    .on("close", resolve);
});
console.log("copied", (await stat("/out/copy.csv")).size, "bytes");

try {
  await writeFile("/data/monday.csv", "");
} catch (e) {
  console.log(e.message);
}
