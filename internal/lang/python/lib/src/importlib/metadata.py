"""Installed packages, of which there are none."""


class PackageNotFoundError(ModuleNotFoundError):
    """The package isn't installed."""

    def __str__(self):
        return f"No package metadata was found for {self.args[0]}"


def version(distribution_name):
    raise PackageNotFoundError(distribution_name)


distribution = metadata = requires = files = version


def entry_points(**params):
    return []


def distributions(**kwargs):
    return []
