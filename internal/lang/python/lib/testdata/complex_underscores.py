# What complex() says of texts with underscores.
for s in ["'+10_000'", "10_000x", "1_0j", "1__0", "_1", "1_", "1_0_", "(1_0)", "(1_0", "1_x", "x_1", "1_0é", "1_é", "é_1", "1_0+2_0j", "1_0+2_j", "1e1_0", "1_e10", "1_0\0", "1\0", "x", "1_0 2_0", "nan_", "na_n", "inf_1", "1._0", "1_.0", "1.0_0"]:
    try: print(repr(s), complex(s))
    except ValueError as e: print(repr(s), e)
