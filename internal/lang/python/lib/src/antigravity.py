"""Flying, for which there is no browser here."""


def geohash(latitude, longitude, datedow):
    """Where to meet, of a place and a date."""
    from hashlib import md5
    h = md5(datedow, usedforsecurity=False).hexdigest()
    p, q = [("%f" % float.fromhex("0." + x)) for x in (h[:16], h[16:32])]
    print("%d%s %d%s" % (latitude, p[1:], longitude, q[1:]))
