CONFIG = {"host": "localhost", "port": 8080}


def setting(name):
    return CONFIG[name]


for name in ("host", "port", "user name"):
    print(name, "=", setting(name))
