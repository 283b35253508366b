big = 10**4000
print(len(str(big)))
try:
    str(10**5000)
except ValueError as e:
    print(e)
int("9" * 5000)
