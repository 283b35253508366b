def validate(doc):
    problems = [f"field {k!r} is empty" for k, v in doc.items() if not v]
    if problems:
        raise ValueError("invalid document:\n  " + "\n  ".join(problems))


validate({"a": 1})
print("first is valid")
validate({"a": 0, "b": "", "c": 3})
