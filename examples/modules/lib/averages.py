from fractions import Fraction


def mean(numbers):
    return Fraction(sum(numbers), len(numbers))
