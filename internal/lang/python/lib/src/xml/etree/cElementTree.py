"""Another name of ElementTree, from when it had two."""

from xml.etree.ElementTree import *
