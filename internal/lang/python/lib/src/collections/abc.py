"""Abstract classes of containers and of what iterates."""

from _collections_abc import *
from _collections_abc import __all__, _CallableGenericAlias
