"""Parameters of headers whose value is in pieces."""
from email.headerregistry import HeaderRegistry

for value in (
    "a*0*=utf-8''%e2; a*1*=%82%ac", "a*0*=utf-8''%e2%82; a*1*=%ac%e2; a*2*=%82%ac", "a*0*=utf-8''%e2%82%ac; a*1=-plain; a*2*=%c3%a9",
    "a*0*=utf-8''%e2; a*1=x; a*2*=%82%ac", "a*0*=latin-1''%e9; a*1*=%e8", "a*0*=unheard''%41; a*1*=%e9",
    "a*0*=''%41; a*1*=b", "a*0=x; a*1*=%c3; a*2*=%a9", "a*1*=%82%ac; a*0*=utf-8''%e2", "a*=utf-8''%e2%82%ac",
    "a*0*=utf-8''%e2; b=c; a*1*=%82%ac", 'a*0="one "; a*1="two"', "a*0*=utf-8''%c3; a*1*=%28",
    "a*0*=utf-8''%e2; a*2*=%82%ac", "a*0=x; a*2=y", "a*0*=utf-8''x; a*2=y", "a*0=x; a*2*=y", "a*0=x; a*0=y", "a*0=x; a*0=y; a*1=z", "a=x; a=y",
    "a*1=x; a*2=y", "a*0=x; a*1=y; a*1=z; a*2=w", "a*0*=utf-8''x; a*1*=y; a*1*=z; a*2*=w",
):
    header = HeaderRegistry()("Content-Type", "text/plain; " + value)
    print(value, "->", ascii(dict(header.params)), ascii(str(header)))
    print("   ", [(type(d).__name__, str(d)) for d in header.defects])
