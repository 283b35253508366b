def combine(*parts, sep):
    return sep.join(parts)


print(combine("a",
              "b",
              sep="-"))
print(
    combine(
        "a",
        str(1),
        2,
        sep="+",
    )
)
