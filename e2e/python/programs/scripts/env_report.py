import os

print("hello", os.environ["USER_NAME"], os.environ.get("MISSING", "default"), os.getenv("LEVEL"))
level = int(os.environ.get("LEVEL", "0"))
flags = [f for f in os.environ["FLAGS"].split(",") if f]
print(level + 1, flags, "PATH" in os.environ)
for key in sorted(k for k in os.environ if k.startswith("APP_")):
    print(f"{key.removeprefix('APP_').lower():<8} = {os.environ[key]!r}")
os.environ["NEW"] = "set"
print(os.environ["NEW"], os.environ.pop("NEW"), os.getenv("NEW"))
try:
    os.environ["NOPE"]
except KeyError as e:
    print("missing", e)
