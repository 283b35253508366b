y = 12abc
