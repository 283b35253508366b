# A traceback's parts, whatever their form.
import warnings
warnings.simplefilter("ignore")
import cgitb, io, sys
def f(x):
    return 1 / x
try:
    f(0)
except ZeroDivisionError:
    text, html = cgitb.text(sys.exc_info()), cgitb.html(sys.exc_info())
    out = io.StringIO()
    cgitb.Hook(file=out, format="text", display=0).handle()
print(text.splitlines()[0], "ZeroDivisionError: division by zero" in text, "return 1 / x" in text)
print("ZeroDivisionError" in html, "return" in html, out.getvalue())
cgitb.enable()
print(isinstance(sys.excepthook, cgitb.Hook))
