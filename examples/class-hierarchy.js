// Classes: inheritance, private fields, accessors, static members, and symbols that
// make objects iterable and printable.
class Shape {
  static #count = 0;
  #name;

  constructor(name) {
    this.#name = name;
    Shape.#count++;
  }

  static get count() {
    return Shape.#count;
  }

  get name() {
    return this.#name;
  }

  area() {
    throw new TypeError(`${this.name} has no area`);
  }

  toString() {
    return `${this.name} of area ${this.area().toFixed(2)}`;
  }
}

class Circle extends Shape {
  constructor(radius) {
    super("circle");
    this.radius = radius;
  }

  area() {
    return Math.PI * this.radius ** 2;
  }
}

class Rectangle extends Shape {
  constructor(width, height, name = "rectangle") {
    super(name);
    Object.assign(this, { width, height });
  }

  area() {
    return this.width * this.height;
  }
}

class Square extends Rectangle {
  constructor(side) {
    super(side, side, "square");
  }
}

class Drawing {
  #shapes = [];

  add(...shapes) {
    this.#shapes.push(...shapes);
    return this;
  }

  *[Symbol.iterator]() {
    yield* this.#shapes;
  }
}

const drawing = new Drawing().add(new Circle(1), new Rectangle(2, 3), new Square(4));
for (const shape of drawing) {
  console.log(String(shape));
}

const largest = [...drawing].reduce((a, b) => (a.area() > b.area() ? a : b));
console.log("largest:", largest.name, largest instanceof Rectangle);
console.log("shapes:", Shape.count);

try {
  new Shape("blob").toString();
} catch (error) {
  console.log(error.name + ":", error.message);
}
