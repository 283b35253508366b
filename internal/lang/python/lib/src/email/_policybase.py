"""The policies, where the rest of the package looks for them."""

from email.policy import Compat32, Policy, compat32

__all__ = ["Policy", "Compat32", "compat32"]
