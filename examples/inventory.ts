// A stock ledger: enums, generics, a namespace, decorators, discriminated unions,
// abstract classes and what else TypeScript adds to JavaScript.
enum Unit {
  Piece = "pc",
  Kilogram = "kg",
}

enum Level {
  Empty,
  Low,
  Enough,
}

interface Item {
  readonly sku: string;
  name: string;
  unit: Unit;
  minimum: number;
}

type Movement =
  | { kind: "in"; sku: string; amount: number }
  | { kind: "out"; sku: string; amount: number }
  | { kind: "count"; sku: string; found: number };

type Result<T> = { ok: true; value: T } | { ok: false; reason: string };

namespace Format {
  export function quantity(amount: number, unit: Unit): string {
    return `${amount.toFixed(unit === Unit.Kilogram ? 1 : 0)} ${unit}`;
  }

  export const pad = (text: string, width: number): string => text.padEnd(width, ".");
}

/** Counts the calls of a method. */
const calls: Record<string, number> = {};

function counted(_target: unknown, context: { name: string | symbol }): void;
function counted(target: any, context: { name: string | symbol }): any {
  const name = String(context.name);
  return function (this: unknown, ...args: unknown[]) {
    calls[name] = (calls[name] ?? 0) + 1;
    return target.apply(this, args);
  };
}

abstract class Store<K extends string, V> {
  protected readonly entries = new Map<K, V>();

  abstract key(value: V): K;

  add(...values: V[]): this {
    for (const value of values) {
      this.entries.set(this.key(value), value);
    }
    return this;
  }

  find(key: K): V | undefined {
    return this.entries.get(key);
  }
}

class Catalogue extends Store<string, Item> {
  key(item: Item): string {
    return item.sku;
  }

  *[Symbol.iterator](): Generator<Item> {
    yield* this.entries.values();
  }
}

class Inventory {
  private stock: Map<string, number> = new Map();

  constructor(private readonly catalogue: Catalogue) {}

  @counted
  apply(movement: Movement): Result<number> {
    const item = this.catalogue.find(movement.sku);
    if (!item) {
      return { ok: false, reason: `unknown item ${movement.sku}` };
    }
    const before = this.stock.get(item.sku) ?? 0;
    const after = this.next(before, movement);
    if (after < 0) {
      return { ok: false, reason: `only ${Format.quantity(before, item.unit)} of ${item.name}` };
    }
    this.stock.set(item.sku, after);
    return { ok: true, value: after };
  }

  private next(before: number, movement: Movement): number {
    switch (movement.kind) {
      case "in":
        return before + movement.amount;
      case "out":
        return before - movement.amount;
      case "count":
        return movement.found;
    }
  }

  @counted
  level({ sku, minimum }: Item): Level {
    const amount = this.stock.get(sku) ?? 0;
    return amount === 0 ? Level.Empty : amount < minimum ? Level.Low : Level.Enough;
  }

  lines(): string[] {
    return [...this.catalogue].map((item) => {
      const amount = Format.quantity(this.stock.get(item.sku) ?? 0, item.unit);
      return `${Format.pad(item.name, 12)} ${amount} (${Level[this.level(item)]})`;
    });
  }
}

const inventory = new Inventory(
  new Catalogue().add(
    { sku: "a1", name: "bolts", unit: Unit.Piece, minimum: 100 },
    { sku: "b2", name: "flour", unit: Unit.Kilogram, minimum: 5 },
    { sku: "c3", name: "lamps", unit: Unit.Piece, minimum: 2 },
  ),
);

const movements = [
  { kind: "in", sku: "a1", amount: 250 },
  { kind: "in", sku: "b2", amount: 7.5 },
  { kind: "out", sku: "b2", amount: 3.4 },
  { kind: "out", sku: "c3", amount: 1 },
  { kind: "in", sku: "zz", amount: 1 },
  { kind: "count", sku: "a1", found: 248 },
] satisfies Movement[];

for (const movement of movements) {
  const result = inventory.apply(movement);
  if (!result.ok) {
    console.warn(`refused: ${result.reason}`);
  }
}

console.log(inventory.lines().join("\n"));
console.log(calls);
