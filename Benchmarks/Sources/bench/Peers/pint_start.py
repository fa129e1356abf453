import pint

units = pint.UnitRegistry()
print((units.Quantity(3, "kW") * units.Quantity(90, "min")).to("kWh"))
