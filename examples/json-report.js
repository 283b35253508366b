// Reads JSON from standard input, groups and sums it, writes JSON:
//   elided run examples/json-report.js < examples/json-report.json
const fs = require("fs");

const orders = JSON.parse(fs.readFileSync(0, "utf8"));
const customers = new Map();

for (const { customer, items } of orders) {
  const total = items.reduce((sum, { price, quantity = 1 }) => sum + price * quantity, 0);
  const seen = customers.get(customer) ?? { orders: 0, total: 0 };
  customers.set(customer, { orders: seen.orders + 1, total: seen.total + total });
}

const report = [...customers]
  .map(([customer, sums]) => ({ customer, ...sums }))
  .sort((a, b) => b.total - a.total);

console.log(JSON.stringify(report, null, 2));
console.error(`${orders.length} orders of ${report.length} customers`);
