def validate(values):
    errors = []
    for v in values:
        try:
            if v < 0:
                raise ValueError(f"{v} < 0")
        except (ValueError, TypeError) as e:
            errors.append(e)
    if errors:
        raise ExceptionGroup("invalid values", errors)


validate([1, 2])
try:
    validate([-1, "x"])
except* ValueError as g:
    print("values", g.exceptions)
except* TypeError as g:
    print("types", len(g.exceptions))
validate([1, -2, None])
