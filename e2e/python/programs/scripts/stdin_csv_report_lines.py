import csv

rows = list(csv.reader(["a,b,c", '1,"two, three",3', '"multi', 'line",x,', "", "'q',y"]))
for r in rows:
    print(len(r), r)
print(list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'")))
import io
buf = io.StringIO()
w = csv.DictWriter(buf, fieldnames=["id", "note"], extrasaction="ignore", lineterminator="\n")
w.writeheader()
w.writerows([{"id": 1, "note": 'say "hi"'}, {"id": 2, "note": "a\nb", "x": 9}, {"id": 3}])
print(buf.getvalue())
