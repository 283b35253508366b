match 5:
    case x:
        print(x)
    case 1:
        print(1)
