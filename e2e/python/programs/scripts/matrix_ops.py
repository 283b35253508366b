class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    def __matmul__(self, o):
        cols = list(zip(*o.rows))
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in cols] for r in self.rows])

    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def det(self):
        m = [r[:] for r in self.rows]
        if len(m) == 1:
            return m[0][0]
        return sum((-1) ** j * m[0][j] * Matrix([r[:j] + r[j + 1 :] for r in m[1:]]).det() for j in range(len(m)))

    def __repr__(self):
        return "\n".join(" ".join(f"{x:>4}" for x in r) for r in self.rows)


fib = Matrix([[1, 1], [1, 0]])
print(fib**10)
print((fib**200).rows[0][1])
print(Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]]).det(), Matrix([[1, 2], [3, 4]]) @ Matrix([[0], [1]]))
