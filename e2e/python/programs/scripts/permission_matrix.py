ROLES = {"admin": {"read", "write", "delete"}, "editor": {"read", "write"}, "guest": {"read"}}
USERS = {"ann": ["admin"], "bob": ["editor", "guest"], "cid": [], "dee": ["owner"]}


def permissions(user):
    return set().union(*(ROLES[r] for r in USERS[user]))


actions = sorted(set().union(*ROLES.values()))
print(f"{'':6}", *actions)
for user in USERS:
    try:
        allowed = permissions(user)
    except KeyError as e:
        print(f"{user:6} unknown role {e}")
        continue
    print(f"{user:6}", *(f"{'x' if a in allowed else '-':^{len(a)}}" for a in actions))
permissions("eve")
