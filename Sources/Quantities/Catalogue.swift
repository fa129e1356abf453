/// The units that Reckon knows without being told, as a table to read and extend.
///
/// A line is `symbols | names | prefixes | definition`. Symbols take prefix symbols (`kWh`),
/// names take prefix names and plurals (`kilowatt hours` has none, `kilowatts` has). The
/// definition is a number or ratio (`~` before one that is not exact) and units in base order;
/// `base` opens a dimension, `base money` that of a currency, which no other converts to. Prefixes: `si` all twenty-four, `big` from kilo up, `data` big and
/// binary, `-` none.
///
/// Sources: the SI Brochure (BIPM, 9th edition, 2019) for SI units and those accepted beside
/// them; NIST Special Publication 811 (2008), appendix B, for customary units; IEC 80000-13 for
/// information; ISO 4217 for the codes of currencies.
enum Catalogue {
  static let units: StaticString = """
    m | metre meter | si | base length
    g | gram gramme | si | base mass
    s sec | second | si | base time
    A | ampere amp | si | base current
    K °K degK | kelvin | si | base temperature
    mol | mole | si | base amount
    cd | candela | si | base luminosity
    bit b | | data | base information
    dot | | - | base dot
    px | pixel | - | base pixel
    IU | | si | base IU

    CHF | franc swiss_franc | big | base money
    EUR € | euro | big | base money
    USD $ US$ | dollar | big | base money
    GBP £ | | big | base money
    JPY ¥ | yen | big | base money
    INR ₹ | rupee | big | base money
    KRW ₩ | | big | base money
    ILS ₪ | shekel | big | base money
    RUB ₽ | | big | base money
    TRY ₺ | | big | base money
    UAH ₴ | | big | base money
    VND ₫ | | big | base money
    NGN ₦ | | big | base money
    AUD | | big | base money
    BGN | | big | base money
    BRL | | big | base money
    CAD | | big | base money
    CNY | yuan | big | base money
    CZK | | big | base money
    DKK | | big | base money
    HKD | | big | base money
    HUF | | big | base money
    ISK | | big | base money
    MXN | | big | base money
    NOK | | big | base money
    NZD | | big | base money
    PLN | | big | base money
    RON | | big | base money
    SEK | | big | base money
    SGD | | big | base money
    THB | | big | base money
    ZAR | | big | base money

    rad | radian | si | 1
    sr | steradian | si | 1
    ° deg | degree | si | ~0.017453292519943295
    arcmin | arcminute | - | ~0.0002908882086657216
    arcsec | arcsecond | - | ~0.00000484813681109536
    mas milliarcsecond | | - | ~4.84813681109536e-9
    turn rev | revolution | - | ~6.283185307179586
    gon grad | gradian | si | ~0.015707963267948967
    % | percent | - | 0.01
    ‰ | permille | - | 0.001
    ‱ permyriad bp | basis_point | - | 0.0001
    unitless dimensionless | | - | 1
    ppm | | - | 1e-6
    ppb | | - | 1e-9
    ppt | | - | 1e-12
    dozen | | - | 12
    gross | | - | 144
    hundred | | - | 100
    thousand | | - | 1000
    million | | - | 1000000
    billion | | - | 1000000000
    trillion | | - | 1000000000000

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
    year yr | | big | 31536000 s
    julian_year | | - | 31557600 s
    gregorian_year | | - | 31556952 s
    tropical_year | | - | ~31556925.216 s
    sidereal_day | | - | ~86164.0905 s
    sidereal_hour sidereal_hr | | - | ~3590.1704375 s
    sidereal_minute sidereal_min | | - | ~59.836173958 s
    sidereal_second sidereal_s | | - | ~0.99726956597 s
    sidereal_year sidereal_yr | | - | ~31558149.7635 s
    decade | | - | 315360000 s
    century | centuries | - | 3153600000 s
    millennium | millennia | - | 31536000000 s
    rpm | | - | 1/60 turn /s
    bpm | | - | 1/60 /s

    Wh | watthour watt_hour | si | 3600 J
    Ah | ampere_hour amp_hour | si | 3600 C
    Ws | watt_second | si | 1 J
    VA | voltampere | si | 1 W
    Wp | | si | 1 W
    mho | | si | 1 S
    Mx | maxwell | si | 1e-8 Wb
    Oe | oersted | si | ~79.57747154594767 A m^-1
    eV | electronvolt | si | 1.602176634e-19 J
    cal | calorie | si | 4.184 J
    cal_IT | | si | 4.1868 J
    Cal | | - | 4184 J
    BTU Btu | british_thermal_unit | - | 1055.05585262 J
    MMBTU MMBtu | | - | 1055055852.62 J
    therm | | - | 105505585.262 J
    therm_US | | - | 105480400 J
    quad | | - | 1.05505585262e18 J
    foot_pound ft_lb | | - | 1.3558179483314004 J
    hartree Eh | | - | 4.3597447222071e-18 J
    rydberg Ry | | - | 2.1798723611035e-18 J
    tce | | big | 29307600000 J
    erg | | si | 1e-7 J
    toe | | big | 41868000000 J
    tnt_ton ton_tnt | | big | 4184000000 J
    hp | horsepower | - | ~745.6998715822702 W
    PS metric_horsepower | | - | 735.49875 W
    boiler_horsepower | | - | ~9809.5 W
    electric_horsepower | | - | 746 W
    ton_of_refrigeration | | - | ~3516.8528420667 W
    dyn | dyne | si | 1e-5 N
    lbf | pound_force poundforce | - | 4.4482216152605 N
    ozf | ounce_force | - | 0.27801385095378125 N
    kip | | - | 4448.2216152605 N
    poundal pdl | | - | 0.138254954376 N
    kgf kp | kilogram_force kilogramforce kilopond | - | 9.80665 N
    gf | gram_force gramforce | - | 0.00980665 N
    tonf | ton_force | - | 8896.443230521 N
    bar | | si | 100000 Pa
    atm | atmosphere | - | 101325 Pa
    psi PSI | | - | ~6894.757293168361 Pa
    psf | | - | ~47.88025898033584 Pa
    ksi | | - | ~6894757.293168361 Pa
    mmHg | | - | 133.322387415 Pa
    inHg | | - | 3386.38864034 Pa
    cmHg | | - | 1333.22387415 Pa
    ftHg | | - | 40636.66368408 Pa
    mmH2O | | - | 9.80665 Pa
    cmH2O | | - | 98.0665 Pa
    inH2O | | - | 249.08891 Pa
    ftH2O | | - | 2989.06692 Pa
    technical_atmosphere | | - | 98066.5 Pa
    torr Torr | | - | 101325/760 Pa
    barye | | - | 0.1 Pa
    poise P | | si | 0.1 Pa s
    rhe | | - | 10 Pa^-1 s^-1
    stokes St | | si | 0.0001 m^2 /s

    t ton | tonne metric_ton | big | 1000 kg
    quintal | | - | 100 kg
    lb lbs | pound | - | 0.45359237 kg
    mcg | | - | 1e-9 kg
    assay_ton | | - | 175/6000 kg
    oz | ounce | - | 0.028349523125 kg
    st | stone | - | 6.35029318 kg
    grain | | - | 0.00006479891 kg
    dram | | - | 0.0017718451953125 kg
    pennyweight dwt | | - | 0.00155517384 kg
    ozt | troy_ounce | - | 0.0311034768 kg
    slug | | - | ~14.593902937206364 kg
    hundredweight cwt | | - | 45.359237 kg
    long_hundredweight | | - | 50.80234544 kg
    short_ton US_ton | | - | 907.18474 kg
    long_ton | | - | 1016.0469088 kg
    ct | carat | - | 0.0002 kg
    u Da amu | dalton atomic_mass_unit | si | 1.66053906660e-27 kg

    in | inch inches | - | 0.0254 m
    ft | foot feet | big | 0.3048 m
    yd | yard | - | 0.9144 m
    mi | mile | - | 1609.344 m
    NM nmi | nautical_mile | - | 1852 m
    mil thou | | - | 0.0000254 m
    microinch µin uin | | - | 2.54e-8 m
    pica | | - | 0.0254/6 m
    dtp_point | | - | 0.0254/72 m
    twip | | - | 0.0254/1440 m
    micron | | - | 1e-6 m
    fermi | | - | 1e-15 m
    rod | | - | 5.0292 m
    chain | | - | 20.1168 m
    furlong | | - | 201.168 m
    league | | - | 4828.032 m
    fathom | | - | 1.8288 m
    survey_foot | survey_feet | - | 1200/3937 m
    survey_mile | | - | 6336000/3937 m
    light_second | lightsecond | - | 299792458 m
    light_minute | lightminute | - | 17987547480 m
    light_hour | lighthour | - | 1079252848800 m
    light_day | lightday | - | 25902068371200 m
    Å | angstrom ångström | - | 1e-10 m
    au AU | astronomical_unit | - | 149597870700 m
    ly | lightyear light_year | big | 9460730472580800 m
    pc | parsec | si | ~3.0856775814913673e16 m
    ha | hectare | big | 10000 m^2
    acre | | - | 4046.8564224 m^2
    sqm | | - | 1 m^2
    sqkm | | - | 1000000 m^2
    sqft | | - | 0.09290304 m^2
    sqin | | - | 0.00064516 m^2
    sqyd | | - | 0.83612736 m^2
    sqmi | | - | 2589988.110336 m^2
    circular_mil cmil | | big | ~5.067074790974977e-10 m^2
    survey_acre | | - | ~4046.872609874252 m^2
    barn | | si | 1e-28 m^2
    darcy | darcies | si | ~9.869232667160128e-13 m^2
    L l | litre liter | si | 0.001 m^3
    lt | | - | 0.001 m^3
    gtt | | - | 5e-8 m^3
    gal | gallon | - | 0.003785411784 m^3
    qt | quart | - | 0.000946352946 m^3
    pint pt | | - | 0.000473176473 m^3
    gill | | - | 0.00011829411825 m^3
    cup | | - | 0.0002365882365 m^3
    floz fl_oz | fluid_ounce | - | 0.0000295735295625 m^3
    tbsp | tablespoon | - | 0.00001478676478125 m^3
    tsp | teaspoon | - | 0.00000492892159375 m^3
    bbl | barrel | big | 0.158987294928 m^3
    cc ccm | | - | 1e-6 m^3
    stere | | - | 1 m^3
    bushel | | - | 0.03523907016688 m^3
    peck | | - | 0.00880976754172 m^3
    hogshead | | - | 0.238480942392 m^3
    cord | | - | 3.624556363776 m^3
    acre_foot | acre_feet | - | 1233.48183754752 m^3
    board_foot | board_feet | - | 0.002359737216 m^3
    imperial_gallon uk_gallon | | - | 0.00454609 m^3
    imperial_quart uk_quart | | - | 0.0011365225 m^3
    imperial_pint uk_pint | | - | 0.00056826125 m^3
    imperial_gill uk_gill | | - | 0.0001420653125 m^3
    imperial_floz uk_floz imperial_fluid_ounce uk_fluid_ounce | | - | 0.0000284130625 m^3
    dry_pint dry_pt | | - | 0.0005506104713575 m^3
    dry_quart dry_qt | | - | 0.001101220942715 m^3
    register_ton GRT | | - | 2.8316846592 m^3
    cuft | | - | 0.028316846592 m^3
    cuin | | - | 0.000016387064 m^3
    cuyd | | - | 0.764554857984 m^3
    gpm | | - | 0.003785411784/60 m^3 /s
    cfm | | - | 0.028316846592/60 m^3 /s
    mph | | - | 0.44704 m /s
    kph kmh | | - | 5/18 m /s
    kn kt_speed | knot | - | 1852/3600 m /s
    mpg | | - | 1609.344/0.003785411784 m^-2
    dpi | | - | 1/0.0254 dot /m
    ppi | | - | 1/0.0254 px /m
    g0 gee | | - | 9.80665 m s^-2
    Gal | galileo | si | 0.01 m s^-2
    M | molar | si | 1000 mol m^-3
    molal | | si | 1 mol /kg
    dioptre diopter dpt | | - | 1 /m
    kayser | | - | 100 /m
    tex | | si | 1e-6 kg /m
    denier | | - | 1/9000000 kg /m

    B | byte octet | data | 8 bit
    nibble | | - | 4 bit
    bps | | data | 1 bit /s
    Bps | | data | 8 bit /s
    baud Bd | | si | 1 /s
    Ci | curie | si | 37000000000 /s
    rem | | si | 0.01 Sv
    °R degR | rankine | si | 5/9 K
    roentgen | | si | 0.000258 C /kg
    G | gauss | si | 0.0001 T
    Jy | jansky | si | 1e-26 W m^-2 /Hz
    nit | | si | 1 cd m^-2
    stilb | | - | 10000 cd m^-2
    phot | | - | 10000 lx
    foot_candle footcandle | | - | ~10.763910416709722 lx
    langley | | - | 41840 J m^-2
    lambert | | si | ~3183.098861837907 cd m^-2
    footlambert foot_lambert | | - | ~3.42625909963539 cd m^-2
    apostilb | | - | ~0.3183098861837907 cd m^-2
    clo | | - | 0.155 m^2 K /W
    tog | | - | 0.1 m^2 K /W
    debye | | si | ~3.3356409519815204e-30 C m
    abampere biot | | - | 10 A
    abcoulomb | | - | 10 C
    abfarad | | - | 1000000000 F
    abhenry | | - | 1e-9 H
    abohm | | - | 1e-9 Ω
    absiemens abmho | | - | 1000000000 S
    abvolt | | - | 1e-8 V
    gilbert | | - | ~0.7957747154594768 A
    statcoulomb franklin | | - | ~3.3356409519815204e-10 C
    statampere | | - | ~3.3356409519815204e-10 A
    statvolt | | - | 299.792458 V
    statohm | | - | ~898755178736.8176 Ω
    statfarad | | - | ~1.1126500560536185e-12 F
    """

  /// Temperatures counted from a zero of their own: symbols, names, degrees to kelvins as a
  /// ratio, and what is added first.
  static let temperatures: [(symbols: [String], names: [String], Scale, Double)] = [
    (
      ["°C", "℃", "degC", "ºC", "oC", "°c"], ["celsius", "celcius", "centigrade"], Scale(1), 273.15
    ),
    (
      ["°F", "℉", "degF", "ºF", "oF", "°f"], ["fahrenheit", "farenheit"],
      Scale(5, over: 9, timesTenTo: 0), 459.67
    ),
  ]

  /// Temperature differences, which add and multiply like any other unit, and how each is
  /// written.
  static let temperatureDifferences: [(symbols: [String], written: String, Scale)] = [
    (["ΔK", "delta_K"], "K", Scale(1)),
    (["Δ°C", "Δ℃", "ΔdegC", "delta_degC", "delta_°C"], "Δ°C", Scale(1)),
    (["Δ°F", "Δ℉", "ΔdegF", "delta_degF", "delta_°F"], "Δ°F", Scale(5, over: 9, timesTenTo: 0)),
  ]

  /// Units that hold an angle, in turns (and in turns a second); the radian is no exact part of one.
  static let angles: [String: Scale] = [
    "turn": .one, "°": Scale(1, over: 360, timesTenTo: 0),
    "gon": Scale(1, over: 400, timesTenTo: 0),
    "arcmin": Scale(1, over: 21_600, timesTenTo: 0),
    "arcsec": Scale(1, over: 1_296_000, timesTenTo: 0), "rpm": Scale(1, over: 60, timesTenTo: 0),
  ]

  /// Words that people try as units, and why each is none.
  static let refused: [(words: Set<String>, reason: String)] = [
    (["month", "months"], "a month has 28 to 31 days: write `30 day`, or `year / 12`"),
    (["dB"], "the decibel is a ratio on a logarithmic scale, which units cannot carry"),
  ]

  /// Units so usual that an exercise cannot take their words, or those with a prefix, for
  /// something else: each by its first symbol.
  static let everyday: Set<String> = [
    "m", "g", "s", "A", "K", "mol", "cd", "bit", "rad", "°", "%", "Hz", "N", "Pa", "J", "W", "C",
    "V", "F", "Ω", "S", "T", "H", "lm", "lx", "Bq", "Gy", "Sv", "min", "h", "day", "week", "year",
    "Wh", "Ah", "eV", "cal", "bar", "atm", "t", "lb", "in", "ft", "mi", "ha", "L", "B", "°C", "°F",
    "hundred", "thousand", "million", "billion", "trillion",
  ]

  /// Base dimensions as the lines above call them, with the unit of each; any other counts
  /// something.
  static let bases: [(base: Dimension.Base, word: String, unit: String)] = [
    (.mass, "mass", "kg"), (.length, "length", "m"), (.time, "time", "s"),
    (.current, "current", "A"), (.temperature, "temperature", "K"), (.amount, "amount", "mol"),
    (.luminousIntensity, "luminosity", "cd"), (.information, "information", "bit"),
  ]

  /// What physicists call a dimension, by a unit that has it, and a quantity as one meets it at
  /// home, at work or in a lesson. The first that fits is used.
  static let dimensionNames: [(name: String, unit: String, example: String)] = [
    ("length", "m", "10 km"), ("mass", "kg", "2 kg"), ("time", "s", "24 h"),
    ("electric current", "A", "10 A"), ("temperature", "K", "20 K"),
    ("amount of substance", "mol", "2 mol"), ("luminous intensity", "cd", "1 cd"),
    ("information", "bit", "8 GB"), ("power", "W", "60 W"), ("energy", "J", "3 kWh"),
    ("force", "N", "10 N"), ("pressure", "Pa", "1 bar"), ("frequency", "Hz", "50 Hz"),
    ("speed", "m/s", "50 km/h"), ("acceleration", "m/s^2", "9.81 m/s^2"),
    ("area", "m^2", "20 m^2"), ("volume", "m^3", "2 L"), ("density", "kg/m^3", "1.2 kg/m^3"),
    ("electric charge", "C", "2 Ah"), ("voltage", "V", "230 V"),
    ("electric resistance", "Ω", "50 Ω"), ("electric conductance", "S", "1 S"),
    ("capacitance", "F", "10 µF"), ("inductance", "H", "2 mH"), ("magnetic flux", "Wb", "1 Wb"),
    ("magnetic flux density", "T", "1 T"), ("dose", "Gy", "1 mSv"), ("illuminance", "lx", "500 lx"),
    ("catalytic activity", "kat", "1 kat"), ("mass per energy", "kg/J", "400 g/kWh"),
    ("data rate", "bit/s", "100 Mbit/s"), ("mass flow", "kg/s", "3 kg/h"),
  ]
}
