def outer():
    def inner():
        return later

    print("before")
    inner()
    later = 1


outer()
