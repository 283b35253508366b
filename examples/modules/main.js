// A program of several files. Relative paths are looked up among the files that came
// with the program; elided run sends those of its folder.
const { mean, median } = require("./lib/statistics");
const readings = require("./readings.json");

for (const [place, values] of Object.entries(readings)) {
  console.log(`${place}: mean ${mean(values)}, median ${median(values)}`);
}
