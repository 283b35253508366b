class Half:
    def __enter__(self):
        return self


for x in (5, Half(), None):
    try:
        with x:
            print("inside")
    except TypeError as e:
        print(e)
    except AttributeError as e:
        print("AttributeError", e)
with open:
    pass
