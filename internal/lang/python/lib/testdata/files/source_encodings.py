# Modules whose sources are of other encodings, which a comment of theirs names.
for name, encoding in ("one", "cp1252"), ("two", "shift_jis"), ("three", "koi8-r"):
    text = {"one": "€é", "two": "日本", "three": "Привет"}[name]
    with open(f"{name}.py", "w", encoding=encoding) as f:
        f.write(f"# -*- coding: {encoding} -*-\ntext = '{text}'\n")
import one, two, three
print(one.text, two.text, three.text)
