raise ValueError(
    'multi'
    ' line'
)
