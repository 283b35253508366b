def cell(matrix, row, column):
    return matrix[row][column]


m = [[r * c for c in range(3)] for r in range(3)]
print(cell(m, -1, -1))
print(cell(m, 2, 3))
