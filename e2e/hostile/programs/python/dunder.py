# attack: the way from a value to its class and on to everything else
# expect: uncaught_error
().__class__.__bases__[0].__subclasses__()
