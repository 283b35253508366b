def outer():
    def middle(fn):
        class Inner:
            def method(self):
                return [fn(x) for x in (1, 0)]

        return Inner().method()

    return middle(lambda x: 1 // x)


outer()
