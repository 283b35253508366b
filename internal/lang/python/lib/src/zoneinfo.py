"""Time zones of the IANA database."""

import _zones
from datetime import datetime, timedelta, tzinfo

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]

TZPATH = ()
_EPOCH = datetime(1970, 1, 1)
_SECOND = timedelta(seconds=1)


class ZoneInfoNotFoundError(KeyError):
    """There is no zone with this key."""


class InvalidTZPathWarning(RuntimeWarning):
    """A search path isn't absolute."""


class ZoneInfo(tzinfo):
    """A time zone, by its key, such as Europe/Berlin."""

    _known = {}

    def __new__(cls, key):
        zone = cls._known.get((cls, key)) if isinstance(key, str) else None
        if zone is None:
            zone = cls.no_cache(key)
            cls._known[cls, key] = zone
        return zone

    @classmethod
    def no_cache(cls, key):
        """A new object for a key."""
        if not isinstance(key, str):
            raise TypeError("expected str, bytes or os.PathLike object, not %s" % type(key).__name__)
        if key.startswith("/"):
            raise ValueError(f"ZoneInfo keys may not be absolute paths, got: {key}")
        parts = key.split("/")
        if key == "." or parts[0] == "..":
            raise ValueError(f"ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}")
        if ".." in parts or "." in parts or "" in parts:
            raise ValueError(f"ZoneInfo keys must be normalized relative paths, got: {key}")
        if not _zones.known(key):
            raise ZoneInfoNotFoundError(f"No time zone found with key {key}")
        zone = super().__new__(cls)
        zone._key = key
        return zone

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        """Forget the objects made."""
        for known in list(cls._known):
            if known[0] is cls and (only_keys is None or known[1] in only_keys):
                del cls._known[known]

    @classmethod
    def from_file(cls, fobj, /, key=None):
        """Zones of files can't be read."""
        raise NotImplementedError("zones of files can't be read: name one by its key")

    @property
    def key(self):
        """The zone's key."""
        return self._key

    def _at(self, dt):
        if dt is None:
            return None
        return _zones.local(self._key, (dt.replace(tzinfo=None) - _EPOCH) // _SECOND, dt.fold)

    def utcoffset(self, dt):
        """The offset from UTC."""
        found = self._at(dt)
        return None if found is None else timedelta(seconds=found[0])

    def dst(self, dt):
        """How much of the offset is daylight saving time's."""
        found = self._at(dt)
        return None if found is None else timedelta(seconds=found[1])

    def tzname(self, dt):
        """The name of the zone's time."""
        found = self._at(dt)
        return None if found is None else found[2]

    def fromutc(self, dt):
        """The local time of a time in UTC."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc() requires a datetime argument")
        if dt.tzinfo is not self:
            raise ValueError("dt.tzinfo is not self")
        seconds = (dt.replace(tzinfo=None) - _EPOCH) // _SECOND
        offset = _zones.utc(self._key, seconds)[0]
        local = dt + timedelta(seconds=offset)
        if _zones.local(self._key, seconds + offset, 0)[0] != offset:
            local = local.replace(fold=1)
        return local

    def __str__(self):
        return self._key

    def __repr__(self):
        return f"{type(self).__module__}.{type(self).__qualname__}(key={self._key!r})"

    def __reduce__(self):
        return type(self), (self._key,)

    def __init_subclass__(cls):
        cls._known = {}


def reset_tzpath(to=None):
    """Do nothing: there is one database."""


def available_timezones():
    """The keys of the commonest zones."""
    regions = {
        "Africa": "Abidjan Accra Algiers Cairo Casablanca Johannesburg Lagos Nairobi Tunis",
        "America": "Anchorage Argentina/Buenos_Aires Bogota Caracas Chicago Denver Halifax Havana Lima Los_Angeles Mexico_City "
                   "New_York Phoenix Santiago Sao_Paulo St_Johns Toronto Vancouver",
        "Asia": "Baghdad Bangkok Colombo Dhaka Dubai Hong_Kong Istanbul Jakarta Jerusalem Karachi Kathmandu Kolkata Manila Riyadh "
                "Seoul Shanghai Singapore Taipei Tashkent Tehran Tokyo Yangon",
        "Atlantic": "Azores Canary Reykjavik",
        "Australia": "Adelaide Brisbane Darwin Hobart Lord_Howe Melbourne Perth Sydney",
        "Europe": "Amsterdam Athens Belgrade Berlin Brussels Bucharest Budapest Copenhagen Dublin Helsinki Istanbul Kyiv Lisbon London "
                  "Madrid Moscow Oslo Paris Prague Rome Sofia Stockholm Vienna Warsaw Zurich",
        "Pacific": "Apia Auckland Chatham Fiji Guam Honolulu Kiritimati Tongatapu",
        "Etc": "GMT UTC",
    }
    found = {"UTC", "GMT", "EST", "EST5EDT", "CET", "EET", "MST", "PST8PDT"}
    for region, names in regions.items():
        found.update(f"{region}/{name}" for name in names.split())
    return {key for key in found if _zones.known(key)}
