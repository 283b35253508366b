// structuredClone for data: primitives, plain objects, arrays, maps, sets, dates,
// regular expressions, errors, buffers and their views, with cycles kept.
((value) => {
  const seen = new Map();
  const errors = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
  const tag = (v) => Object.prototype.toString.call(v).slice(8, -1);
  const brand = (v, check) => {
    try {
      check(v);
      return true;
    } catch {
      return false;
    }
  };
  const fail = (v) => {
    let text = "#<Object>";
    if (typeof v === "function" || typeof v === "symbol") text = String(v);
    throw new DOMException(text + " could not be cloned.", "DataCloneError");
  };
  const mapSize = Object.getOwnPropertyDescriptor(Map.prototype, "size").get;
  const setSize = Object.getOwnPropertyDescriptor(Set.prototype, "size").get;
  const weak = (v) => v instanceof WeakMap || v instanceof WeakSet || v instanceof Promise;

  const make = (v) => {
    if (Array.isArray(v)) return new Array(v.length);
    if (brand(v, (x) => mapSize.call(x))) return new Map();
    if (brand(v, (x) => setSize.call(x))) return new Set();
    if (brand(v, (x) => Date.prototype.getTime.call(x))) return new Date(Date.prototype.getTime.call(v));
    if (v instanceof RegExp) return new RegExp(v.source, v.flags);
    if (v instanceof ArrayBuffer) return v.slice(0);
    if (ArrayBuffer.isView(v)) return view(v);
    if (v instanceof Error) return error(v);
    if (v instanceof Boolean || v instanceof Number || v instanceof String) return Object(v.valueOf());
    if (weak(v)) fail(v);
    return {};
  };
  const view = (v) => {
    const buffer = clone(v.buffer);
    if (v instanceof DataView) return new DataView(buffer, v.byteOffset, v.byteLength);
    const kind = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get.call(v);
    return new globalThis[kind](buffer, v.byteOffset, v.length);
  };
  const error = (v) => {
    const copy = Object.create((errors[v.name] ?? Error).prototype);
    const made = new (errors[v.name] ?? Error)();
    for (const key of ["message", "stack"]) {
      const d = Object.getOwnPropertyDescriptor(v, key);
      if (d && "value" in d) Object.defineProperty(made, key, { value: String(d.value), writable: true, configurable: true, enumerable: false });
    }
    if ("cause" in v) {
      seen.set(v, made);
      Object.defineProperty(made, "cause", { value: clone(v.cause), writable: true, configurable: true, enumerable: false });
    }
    return made;
  };
  const fill = (v, copy) => {
    if (copy instanceof Map) for (const [k, x] of [...v]) copy.set(clone(k), clone(x));
    else if (copy instanceof Set) for (const x of [...v]) copy.add(clone(x));
    else if (Array.isArray(copy) || tag(copy) === "Object") for (const k of Object.keys(v)) copy[k] = clone(v[k]);
  };
  const clone = (v) => {
    if (typeof v === "function" || typeof v === "symbol") fail(v);
    if (typeof v !== "object" || v === null) return v;
    if (seen.has(v)) return seen.get(v);
    const copy = make(v);
    seen.set(v, copy);
    fill(v, copy);
    return copy;
  };
  return clone(value);
});
