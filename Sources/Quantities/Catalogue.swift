/// The units that Reckon knows without being told, as a table to read and extend.
///
/// A line is `symbols | names | prefixes | definition`. Symbols take prefix symbols (`kWh`),
/// names take prefix names and plurals (`kilowatt hours` has none, `kilowatts` has). The
/// definition is a number or ratio (`~` before one that is not exact) and units in base order;
/// `base` opens a dimension. Prefixes: `si` all twenty-four, `big` from kilo up, `data` big and
/// binary, `-` none.
///
/// Sources: the SI Brochure (BIPM, 9th edition, 2019) for SI units and those accepted beside
/// them; NIST Special Publication 811 (2008), appendix B, for customary units; IEC 80000-13 for
/// information.
enum Catalogue {
  static let units: StaticString = """
    m | metre meter | si | base length
    g | gram gramme | si | base mass
    s sec | second | si | base time
    A | ampere amp | si | base current
    K | kelvin | si | base temperature
    mol | mole | si | base amount
    cd | candela | si | base luminosity
    bit b | | data | base information
    dot | | - | base dot

    rad | radian | si | 1
    sr | steradian | si | 1
    ° deg | degree | - | ~0.017453292519943295
    arcmin | arcminute | - | ~0.0002908882086657216
    arcsec | arcsecond | - | ~0.00000484813681109536
    turn rev | revolution | - | ~6.283185307179586
    % | percent | - | 0.01
    ‰ | permille | - | 0.001
    ppm | | - | 1e-6
    ppb | | - | 1e-9
    dozen | | - | 12

    Hz | hertz | si | 1 /s
    N | newton | si | 1 kg m s^-2
    Pa | pascal | si | 1 N m^-2
    J | joule | si | 1 N m
    W | watt | si | 1 J /s
    C | coulomb | si | 1 A s
    V | volt | si | 1 W /A
    F | farad | si | 1 C /V
    Ω ohm | | si | 1 V /A
    S | siemens | si | 1 A /V
    Wb | weber | si | 1 V s
    T | tesla | si | 1 Wb m^-2
    H | henry henries | si | 1 Wb /A
    lm | lumen | si | 1 cd
    lx | lux | si | 1 lm m^-2
    Bq | becquerel | si | 1 /s
    Gy | gray | si | 1 J /kg
    Sv | sievert | si | 1 J /kg
    kat | katal | si | 1 mol /s

    min | minute | - | 60 s
    h hr hrs | hour | - | 3600 s
    day d | | - | 86400 s
    week wk | | - | 604800 s
    fortnight | | - | 1209600 s
    year yr | | - | 31536000 s
    julian_year | | - | 31557600 s
    decade | | - | 315360000 s
    century | centuries | - | 3153600000 s
    rpm | | - | ~0.10471975511965977 /s

    Wh | watthour watt_hour | si | 3600 J
    Ah | | si | 3600 C
    eV | electronvolt | si | 1.602176634e-19 J
    cal | calorie | si | 4.184 J
    Cal | | - | 4184 J
    BTU Btu | | - | 1055.05585262 J
    therm | | - | 105505585.262 J
    erg | | si | 1e-7 J
    toe | | big | 41868000000 J
    tnt_ton | | big | 4184000000 J
    hp | horsepower | - | ~745.6998715822702 W
    PS | | - | 735.49875 W
    dyn | dyne | si | 1e-5 N
    lbf | | - | 4.4482216152605 N
    kgf | | - | 9.80665 N
    bar | | si | 100000 Pa
    atm | atmosphere | - | 101325 Pa
    psi PSI | | - | ~6894.757293168361 Pa
    mmHg | | - | 133.322387415 Pa
    torr Torr | | - | 101325/760 Pa

    t ton | tonne | big | 1000 kg
    lb lbs | pound | - | 0.45359237 kg
    oz | ounce | - | 0.028349523125 kg
    st | stone | - | 6.35029318 kg
    short_ton | | - | 907.18474 kg
    long_ton | | - | 1016.0469088 kg
    ct | carat | - | 0.0002 kg
    u Da | dalton | si | 1.66053906660e-27 kg

    in | inch inches | - | 0.0254 m
    ft | foot feet | - | 0.3048 m
    yd | yard | - | 0.9144 m
    mi | mile | - | 1609.344 m
    NM nmi | nautical_mile | - | 1852 m
    Å | angstrom ångström | - | 1e-10 m
    au AU | astronomical_unit | - | 149597870700 m
    ly | lightyear light_year | big | 9460730472580800 m
    pc | parsec | si | ~3.0856775814913673e16 m
    ha | hectare | - | 10000 m^2
    acre | | - | 4046.8564224 m^2
    L l | litre liter | si | 0.001 m^3
    gal | gallon | - | 0.003785411784 m^3
    qt | quart | - | 0.000946352946 m^3
    pint | | - | 0.000473176473 m^3
    cup | | - | 0.0002365882365 m^3
    floz | fluid_ounce | - | 0.0000295735295625 m^3
    tbsp | tablespoon | - | 0.00001478676478125 m^3
    tsp | teaspoon | - | 0.00000492892159375 m^3
    bbl | barrel | - | 0.158987294928 m^3
    mph | | - | 0.44704 m /s
    kph kmh | | - | 5/18 m /s
    kn kt_speed | knot | - | 1852/3600 m /s
    mpg | | - | 1609.344/0.003785411784 m^-2
    dpi | | - | 1/0.0254 dot /m
    M | molar | si | 1000 mol m^-3

    B | byte | data | 8 bit
    bps | | data | 1 bit /s
    Ci | curie | si | 37000000000 /s
    G | gauss | si | 0.0001 T
    """

  /// Temperatures counted from a zero of their own: symbols, names, degrees to kelvins as a
  /// ratio, and what is added first.
  static let temperatures: [(symbols: [String], names: [String], Scale, Double)] = [
    (["°C", "℃", "degC"], ["celsius"], Scale(1), 273.15),
    (["°F", "℉", "degF"], ["fahrenheit"], Scale(5, over: 9, timesTenTo: 0), 459.67),
  ]

  /// Temperature differences, which add and multiply like any other unit.
  static let temperatureDifferences: [(symbols: [String], Scale)] = [
    (["Δ°C", "delta_degC"], Scale(1)),
    (["Δ°F", "delta_degF"], Scale(5, over: 9, timesTenTo: 0)),
  ]

  /// Words that people try as units, and why each is none.
  static let refused: [String: String] = [
    "month": "a month has 28 to 31 days: write `30 day`, or `year / 12`",
    "months": "a month has 28 to 31 days: write `30 day`, or `year / 12`",
    "dB": "the decibel is a ratio on a logarithmic scale, which units cannot carry",
    "pH": "pH is a logarithm, which units cannot carry",
    "CHF": "money has no unit here: use the bare number",
    "EUR": "money has no unit here: use the bare number",
    "USD": "money has no unit here: use the bare number",
  ]

  struct Prefix: Sendable {
    var symbol: String
    var name: String
    var scale: Scale
    var isBig: Bool
    var isBinary: Bool

    init(_ symbol: String, _ name: String, tenTo power: Int) {
      self.symbol = symbol
      self.name = name
      scale = Scale(1, timesTenTo: power)
      isBig = power >= 3
      isBinary = false
    }

    init(_ symbol: String, _ name: String, twoTo power: Int) {
      self.symbol = symbol
      self.name = name
      scale = Scale(twoTo: power)
      isBig = false
      isBinary = true
    }
  }

  /// The first is no prefix at all, so that 0 stands for it. Where two have one symbol
  /// (`µ` U+00B5, `μ` U+03BC, `u`), the first is the one that is printed.
  static let prefixes: [Prefix] = [
    Prefix("", "", tenTo: 0),
    Prefix("k", "kilo", tenTo: 3), Prefix("M", "mega", tenTo: 6), Prefix("G", "giga", tenTo: 9),
    Prefix("T", "tera", tenTo: 12), Prefix("P", "peta", tenTo: 15), Prefix("E", "exa", tenTo: 18),
    Prefix("Z", "zetta", tenTo: 21), Prefix("Y", "yotta", tenTo: 24),
    Prefix("R", "ronna", tenTo: 27), Prefix("Q", "quetta", tenTo: 30),
    Prefix("h", "hecto", tenTo: 2), Prefix("da", "deca", tenTo: 1), Prefix("d", "deci", tenTo: -1),
    Prefix("c", "centi", tenTo: -2), Prefix("m", "milli", tenTo: -3),
    Prefix("µ", "micro", tenTo: -6), Prefix("μ", "micro", tenTo: -6),
    Prefix("u", "micro", tenTo: -6), Prefix("n", "nano", tenTo: -9),
    Prefix("p", "pico", tenTo: -12), Prefix("f", "femto", tenTo: -15),
    Prefix("a", "atto", tenTo: -18), Prefix("z", "zepto", tenTo: -21),
    Prefix("y", "yocto", tenTo: -24), Prefix("r", "ronto", tenTo: -27),
    Prefix("q", "quecto", tenTo: -30),
    Prefix("Ki", "kibi", twoTo: 10), Prefix("Mi", "mebi", twoTo: 20),
    Prefix("Gi", "gibi", twoTo: 30), Prefix("Ti", "tebi", twoTo: 40),
    Prefix("Pi", "pebi", twoTo: 50), Prefix("Ei", "exbi", twoTo: 60),
    Prefix("Zi", "zebi", twoTo: 70), Prefix("Yi", "yobi", twoTo: 80),
  ]

  /// What physicists call a dimension, by a unit that has it; the first that fits is used.
  static let dimensionNames: [(name: String, unit: String)] = [
    ("length", "m"), ("mass", "kg"), ("time", "s"), ("electric current", "A"),
    ("temperature", "K"), ("amount of substance", "mol"), ("luminous intensity", "cd"),
    ("information", "bit"), ("power", "W"), ("energy", "J"), ("force", "N"), ("pressure", "Pa"),
    ("frequency", "Hz"), ("speed", "m/s"), ("acceleration", "m/s^2"), ("area", "m^2"),
    ("volume", "m^3"), ("density", "kg/m^3"), ("electric charge", "C"), ("voltage", "V"),
    ("electric resistance", "Ω"), ("electric conductance", "S"), ("capacitance", "F"),
    ("inductance", "H"), ("magnetic flux", "Wb"), ("magnetic flux density", "T"),
    ("dose", "Gy"), ("illuminance", "lx"), ("catalytic activity", "kat"),
    ("mass per energy", "kg/J"), ("data rate", "bit/s"), ("mass flow", "kg/s"),
  ]
}
