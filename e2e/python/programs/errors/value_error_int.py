def parse(line):
    name, _, count = line.partition("=")
    return name, int(count)


for line in ["a=1", "b= 22 ", "c=3_000", "d=four"]:
    print(parse(line))
