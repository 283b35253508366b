// Strings, regular expressions and JSON.
const lines = [];
for (let i = 0; i < 5000; i++) {
  lines.push(`2024-03-${String(i % 28 + 1).padStart(2, "0")} ${i % 17 ? "INFO" : "ERROR"} /shop/${i % 23} ${200 + i % 5 * 100} ${i * 7 % 900}ms`);
}
const rows = {};
for (const line of lines.join("\n").split("\n")) {
  const m = /^(\S+) ([A-Z]+) (\S+) (\d+) (\d+)ms$/.exec(line);
  const row = (rows[m[3]] ??= { count: 0, errors: 0, took: [] });
  row.count++;
  if (m[2] === "ERROR") row.errors++;
  row.took.push(Number(m[5]));
}
const text = JSON.stringify(Object.entries(rows).map(([path, r]) => ({ path, ...r, took: r.took.sort((a, b) => a - b) })), null, 2);
const again = JSON.parse(text);
console.log(text.length, again.filter((r) => r.errors > 3).length, text.replace(/"took"/g, "took").toUpperCase().length);
