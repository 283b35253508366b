try:
    import numpy_not_installed as np
except ImportError as e:
    print(type(e).__name__, e.name, e)
try:
    from math import cosine
except ImportError as e:
    print(e.name, str(e).split(" (")[0])
import another_missing.sub
