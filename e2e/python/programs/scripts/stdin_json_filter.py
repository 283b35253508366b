import json
import sys

doc = json.load(sys.stdin)
active = [u for u in doc["users"] if u["active"]]
for u in active:
    u["name"] = u["name"].title()
    u.setdefault("roles", []).append("member")
print(json.dumps({"count": len(active), "users": active}, indent=2, sort_keys=True, ensure_ascii=False))
print(json.dumps(doc["meta"]), json.dumps([1.0, None, True, "é\n"], separators=(",", ":")))
