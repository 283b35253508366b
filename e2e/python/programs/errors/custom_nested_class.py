class Api:
    class Error(Exception):
        pass

    class NotFound(Error):
        """No such thing."""

    def get(self, path):
        raise self.NotFound(path)


try:
    Api().get("/x")
except Api.Error as e:
    print(type(e).__qualname__, e)
Api().get("/users/1")
