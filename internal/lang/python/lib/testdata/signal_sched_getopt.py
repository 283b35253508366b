import signal, sched, timeit, getopt, time
print(signal.SIGINT, repr(signal.SIGTERM), signal.getsignal(2) is signal.default_int_handler, signal.getsignal(15), signal.Signals(9).name, signal.strsignal(11), len(signal.valid_signals()), repr(signal.SIG_DFL))
def h(n, f): print("got", n, f.f_code.co_name)
print(signal.signal(signal.SIGUSR1, h)); signal.raise_signal(signal.SIGUSR1); print(signal.signal(10, signal.SIG_IGN) is h); signal.raise_signal(10)
try: signal.raise_signal(signal.SIGINT); 
except KeyboardInterrupt as e: print("KI", repr(e))
signal.signal(signal.SIGINT, h); signal.raise_signal(2); signal.signal(2, signal.default_int_handler)
for e in ["signal.signal(9,h)","signal.signal(100,h)","signal.signal('x',h)","signal.signal(2,5)","signal.getsignal(0)"]:
    try: print(eval(e))
    except Exception as x: print(e, type(x).__name__, x)
s = sched.scheduler(time.time, time.sleep); s.enter(0.02, 1, print, ("b",)); s.enter(0.01, 1, print, argument=("a",)); s.enterabs(time.time()+0.02, 0, print, kwargs={"sep": "x"}); e = s.enter(5, 1, print); s.cancel(e); print(s.empty(), len(s.queue)); s.run(); print(s.empty(), s.run(blocking=False))
print(timeit.timeit("x+1", "x=1", number=10) > 0, len(timeit.repeat(lambda: 1, number=3, repeat=2)), timeit.Timer("pass").src.count("pass"), timeit.default_timer is time.perf_counter)
z = 5; print(timeit.timeit("z", globals=globals(), number=2) >= 0)
for a in [(["-a","-bfoo","--long=x","arg"],"ab:",["long="]),(["-b"],"b:"),(["-z"],"a"),(["--lo","q"],"",["long=","lop"]),(["--lon","q"],"",["long=","lop"]),(["--q"],"",["long"]),(["--long=1"],"",["long"]),(["--","-a"],"a")]:
    try: print(getopt.getopt(*a))
    except getopt.GetoptError as e: print(e, e.opt, e.args)
print(getopt.gnu_getopt(["x","-a","y","--","-b"],"ab"))
