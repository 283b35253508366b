// util.types: what a value is, whatever its prototype and its properties say.
const { ArrayBuffer, Uint8Array, Object, Symbol, Map, Set, WeakMap, WeakSet } = internal.global;
const isView = ArrayBuffer.isView;
const { getPrototypeOf } = Object;
const tagOf = Object.getOwnPropertyDescriptor(getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;
const viewName = (v) => (isView(v) ? tagOf.call(v) : undefined);

// What the engine doesn't tell apart is told by the prototype that it began with.
const weakMap = WeakMap.prototype.has;
const weakSet = WeakSet.prototype.has;
const prototypes = [
  ['Map Iterator', getPrototypeOf(new Map().keys())],
  ['Set Iterator', getPrototypeOf(new Set().keys())],
  ['Generator', getPrototypeOf(function* () {}.prototype)],
];
const functions = [
  ['AsyncFunction', getPrototypeOf(async () => {})],
  ['GeneratorFunction', getPrototypeOf(function* () {})],
];

function descends(v, list) {
  for (let p = getPrototypeOf(v); p !== null && p !== undefined; p = getPrototypeOf(p)) {
    for (const [name, proto] of list) if (p === proto) return name;
    if (internal.kind(p) === 'Proxy') return undefined;
  }
  return undefined;
}

function accepts(method, v) {
  try {
    method.call(v, {});
    return true;
  } catch {
    return false;
  }
}

// kind is the class of an object, undefined for a plain one and for what is no object.
function kind(v) {
  const name = internal.kind(v);
  if (typeof v === 'function' && name !== 'Proxy') return descends(v, functions) ?? 'Function';
  if (name !== undefined) return name;
  if (typeof v !== 'object' || v === null || isView(v)) return undefined;
  if (accepts(weakMap, v)) return 'WeakMap';
  if (accepts(weakSet, v)) return 'WeakSet';
  return descends(v, prototypes);
}

const isProxy = (v) => internal.kind(v) === 'Proxy';

const of = (...names) => (v) => names.includes(kind(v));

Object.assign(exports, {
  isAnyArrayBuffer: of('ArrayBuffer', 'SharedArrayBuffer'),
  isArgumentsObject: of('Arguments'),
  isArrayBuffer: of('ArrayBuffer'),
  isArrayBufferView: isView,
  isAsyncFunction: of('AsyncFunction', 'AsyncGeneratorFunction'),
  isBigIntObject: of('BigInt'),
  isBooleanObject: of('Boolean'),
  isBoxedPrimitive: of('Number', 'String', 'Boolean', 'BigInt', 'Symbol'),
  isCryptoKey: () => false,
  isDataView: (v) => isView(v) && tagOf.call(v) === undefined,
  isDate: of('Date'),
  isEventTarget: (v) => typeof v?.dispatchEvent === 'function' && typeof v.addEventListener === 'function',
  isExternal: () => false,
  isGeneratorFunction: of('GeneratorFunction', 'AsyncGeneratorFunction'),
  isGeneratorObject: of('Generator'),
  isKeyObject: () => false,
  isMap: of('Map'),
  isMapIterator: of('Map Iterator'),
  isModuleNamespaceObject: () => false,
  isNativeError: of('Error'),
  isNumberObject: of('Number'),
  isPromise: of('Promise'),
  isProxy,
  isRegExp: of('RegExp'),
  isSet: of('Set'),
  isSetIterator: of('Set Iterator'),
  isSharedArrayBuffer: of('SharedArrayBuffer'),
  isStringObject: of('String'),
  isSymbolObject: of('Symbol'),
  isTypedArray: (v) => viewName(v) !== undefined,
  isWeakMap: of('WeakMap'),
  isWeakSet: of('WeakSet'),
});
for (const name of ['Uint8Array', 'Uint8ClampedArray', 'Uint16Array', 'Uint32Array', 'Int8Array', 'Int16Array', 'Int32Array',
  'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array']) {
  exports[`is${name}`] = (v) => viewName(v) === name;
}
Object.defineProperty(exports, 'kind', { value: kind });
