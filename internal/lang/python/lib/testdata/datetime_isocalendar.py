import datetime,pickle,copy
x=datetime.date(2020,1,2).isocalendar()
print(type(x), x, x.__reduce__(), copy.copy(x), copy.deepcopy(x))
print(pickle.loads(pickle.dumps(x)), pickle.dumps(x,2))
print(x==(2020,1,4), tuple(x), x.year, x[1], hash(x)==hash((2020,1,4)))
