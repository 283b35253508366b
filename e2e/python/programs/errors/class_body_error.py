class Settings:
    debug = True
    level = 10 if debug else 20
    print("level", level)
    ratio = level / (level - 10)
