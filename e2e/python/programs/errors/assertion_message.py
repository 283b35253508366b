def withdraw(balance, amount):
    assert amount <= balance, f"cannot take {amount} of {balance}"
    return balance - amount


b = 100
for a in (30, 50, 40):
    b = withdraw(b, a)
    print(b)
