from enum import Enum, auto


class State(Enum):
    IDLE = auto()
    RUNNING = auto()
    PAUSED = auto()
    DONE = auto()


TRANSITIONS = {
    (State.IDLE, "start"): State.RUNNING,
    (State.RUNNING, "pause"): State.PAUSED,
    (State.PAUSED, "resume"): State.RUNNING,
    (State.RUNNING, "stop"): State.DONE,
}


class Job:
    def __init__(self):
        self.state, self.history = State.IDLE, []

    def fire(self, event):
        try:
            new = TRANSITIONS[self.state, event]
        except KeyError:
            raise ValueError(f"{event!r} not allowed in {self.state.name}") from None
        self.history.append((self.state, new))
        self.state = new


job = Job()
for e in ("start", "pause", "stop", "resume", "stop", "start"):
    try:
        job.fire(e)
        print(e, "->", job.state)
    except ValueError as err:
        print("refused:", err)
print([f"{a.name}>{b.name}" for a, b in job.history], list(State), State(2), State["DONE"].value, repr(State.IDLE))
