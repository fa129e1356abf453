import sys

import pint

units = pint.UnitRegistry()
for line in open(sys.argv[1]):
    formula, unit = line.rsplit(" to ", 1)
    print(units.parse_expression(formula).to(unit.strip()))
