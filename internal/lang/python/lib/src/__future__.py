"""Names of language features that once were optional."""

nested_scopes = generators = division = absolute_import = with_statement = None
print_function = unicode_literals = barry_as_FLUFL = generator_stop = annotations = None
