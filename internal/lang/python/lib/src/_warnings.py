"""What module warnings has."""

from warnings import _defaultaction, _onceregistry, filters, warn, warn_explicit
