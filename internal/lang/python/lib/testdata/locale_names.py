# Names of locales in UTF-8, and names of os that need processes.
import locale, os
for name in ("C.UTF-8", "c.utf8", "de_DE.utf8", "pt_br.UTF-8", "en_US.UTF-8", "fr_FR.utf-8"):
    print(locale.normalize(name))
print(os.P_WAIT, os.P_NOWAIT, hasattr(os, "setegid"), hasattr(os, "wait3"))
