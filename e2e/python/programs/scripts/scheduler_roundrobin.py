from collections import deque


def task(name, steps):
    for i in range(steps):
        yield f"{name}:{i}"
    return name.upper()


def run(tasks):
    ready, done = deque(tasks), []
    while ready:
        t = ready.popleft()
        try:
            print(next(t))
        except StopIteration as e:
            done.append(e.value)
        else:
            ready.append(t)
    return done


print(run([task("a", 2), task("b", 1), task("c", 3)]))
