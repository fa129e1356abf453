import Quantities

/// What is told of each kind of quantity: words for it, the units that are met most, and things
/// that one knows the size of.
///
/// The examples are round figures. Sources beside common knowledge: carbon intensities are the medians over the life cycle of the IPCC's Fifth
/// Assessment Report (2014), working group III, annex III; a car's emissions are those of a new
/// petrol car on the road, about 160 g/km.
public struct QuantityTable {
  /// A quantity, with what `:units` says of it.
  public struct Row: Sendable {
    /// As the catalogue names the dimension.
    public var name: String
    /// Other words for it, in lower case.
    public var words: [String] = []
    /// Commonest first, as typed.
    public var units: [String]
    /// What it is made of, where that helps.
    public var meaning = ""
    /// Things that one knows, each with its size: parts of a sentence.
    public var examples: [String]
  }

  /// Words for quantities, for completion and near misses.
  static let allWords = (words + UnitSystem.quantityNames.map(\.name)).reduce(
    into: [String]()
  ) { if !$0.contains($1) { $0.append($1) } }

  /// The row that a person means by a word, or a plain one for a name that the catalogue has.
  static func quantity(_ text: String) -> Row? {
    if let row = row(meantBy: text) { return row }
    let word = text.lowercased()
    return UnitSystem.quantityNames.first { $0.name == word }
      .map { Row(name: $0.name, units: [$0.unit], examples: []) }
  }

  /// By the name in full, such as `mass per energy`.
  public static func row(named name: String) -> Row? { rows.first { $0.name == name } }

  /// The row that a person means by a word, and the unit that the catalogue has for it.
  static func row(meantBy text: String) -> Row? {
    let word = text.lowercased()
    return rows.first { $0.name == word || $0.words.contains(word) }
  }

  /// Words that may follow `:units`, for completion and near misses.
  static let words = rows.flatMap { [$0.name] + $0.words }

  /// Things of one unit, by its symbol; they come before those of its quantity.
  public static let unitExamples: [String: String] = [
    "B": "a letter of plain text is 1 byte",
    "GB": "a film in high definition is about 4 GB",
    "GW": "a nuclear reactor gives about 1 GW",
    "GWh": "a wind turbine of 3 MW yields about 7 GWh in a year",
    "J": "to lift an apple by a metre takes about 1 J",
    "kB": "a page of plain text is about 2 kB",
    "kW": "a kettle draws 2 kW",
    "kWh": "a kettle of 2 kW that is on for 6 minutes uses 0.2 kWh",
    "L": "a large bottle holds 1 L and a bathtub about 150 L",
    "MB": "a photo of a telephone is about 3 MB",
    "MJ": "a bar of chocolate (100 g) has about 2.2 MJ of food energy",
    "MW": "a large wind turbine gives 3 MW at full wind",
    "MWh": "a household in Europe uses 3 to 5 MWh of electricity in a year",
    "TW": "all power plants of the world together give about 3 TW of electricity",
    "W": "an LED lamp draws about 8 W and a laptop about 50 W",
    "Wh": "the battery of a telephone holds about 15 Wh and that of a laptop 60 Wh",
    "day": "a day has 24 h, or 86'400 s",
    "g": "a paper clip has 1 g and a letter 20 g",
    "h": "an hour has 3600 s, and a year 8760 h",
    "kcal": "an adult eats 2000 to 2500 kcal in a day",
    "kg": "a litre of water has 1 kg",
    "km": "one walks 1 km in about 12 minutes",
    "m": "a door is 2 m high",
    "mg": "a grain of sugar has about 0.6 mg",
    "t": "a cubic metre of water has 1 t, and a small car too",
    "year": "a year has 365 days here, which are 8760 h",
  ]

  static let rows: [Row] = [
    Row(
      name: "power", words: ["electric power"], units: ["W", "kW", "MW", "GW", "mW", "hp"],
      meaning: "energy for each second: 1 W = 1 J/s. Power times time is energy",
      examples: ["an LED lamp draws about 8 W", "a kettle 2 kW", "a wind turbine gives 3 MW"]),
    Row(
      name: "energy", words: ["electricity", "heat", "work", "electric energy"],
      units: ["kWh", "Wh", "MWh", "GWh", "J", "kJ", "MJ", "kcal"],
      meaning: "power times time: 1 kWh is 1 kW for 1 h",
      examples: [
        "the battery of a laptop holds 60 Wh",
        "a kettle of 2 kW that is on for 6 minutes uses 0.2 kWh",
        "a litre of petrol has about 9 kWh",
      ]),
    Row(
      name: "mass", words: ["weight", "emissions", "emission", "carbon footprint", "footprint"],
      units: ["kg", "g", "t", "mg", "Mt", "lb"],
      meaning: "kg CO2e is a mass too: of gases, counted as the CO2 that would warm as much",
      examples: [
        "a litre of water has 1 kg", "a small car 1 t",
        "driving it for 6 km emits about 1 kg CO2e",
      ]),
    Row(
      name: "time", words: ["duration", "period"],
      units: ["s", "min", "h", "day", "week", "year", "ms"],
      meaning: "a year has 365 days here; a month is no unit, since months differ",
      examples: ["a heart beats about once in 1 s", "a year has 8760 h"]),
    Row(
      name: "mass per energy",
      words: ["carbon intensity", "emission factor", "emissions factor", "intensity"],
      units: ["g/kWh", "kg/kWh", "kg/MWh", "t/GWh", "g/MJ"],
      meaning: "so many grams for each kWh. Of electricity it is called carbon intensity",
      examples: [
        "electricity from wind emits about 11 g CO2e/kWh over the life of its plant",
        "from gas 490 g CO2e/kWh", "from coal 820 g CO2e/kWh",
      ]),
    Row(
      name: "information", words: ["data", "memory", "storage"],
      units: ["B", "kB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "bit"],
      meaning: "1 byte = 8 bit; kB is 1000 byte and KiB 1024",
      examples: [
        "a page of plain text is about 2 kB", "a photo 3 MB", "a film in high definition 4 GB",
      ]),
    Row(
      name: "data rate", words: ["bandwidth", "bit rate"],
      units: ["bit/s", "Mbit/s", "Gbit/s", "MB/s", "Mbps"], meaning: "data for each second",
      examples: ["a film in high definition needs about 5 Mbit/s"]),
    Row(
      name: "length", words: ["distance", "height", "width"],
      units: ["m", "km", "cm", "mm", "mi", "ft", "in"],
      examples: [
        "a door is 2 m high", "one walks 1 km in about 12 minutes",
      ]),
    Row(
      name: "area", words: ["surface"], units: ["m^2", "km^2", "cm^2", "ha"],
      meaning: "length times length", examples: ["a football field has about 0.7 ha"]),
    Row(
      name: "volume", units: ["L", "m^3", "mL", "cm^3", "gal"],
      meaning: "length times length times length; 1 m³ = 1000 L",
      examples: ["a cup holds about 0.2 L", "a bathtub 150 L"]),
    Row(
      name: "speed", words: ["velocity"], units: ["m/s", "km/h", "mph", "kn"],
      meaning: "length for each unit of time",
      examples: ["one walks at 5 km/h", "sound travels at 340 m/s"]),
    Row(
      name: "acceleration", units: ["m/s^2", "g0"], meaning: "change of speed for each second",
      examples: ["what falls gains 9.8 m/s in each second"]),
    Row(
      name: "force", units: ["N", "kN", "lbf"], meaning: "mass times acceleration",
      examples: ["an apple of 100 g weighs 1 N"]),
    Row(
      name: "pressure", units: ["Pa", "kPa", "hPa", "bar", "mbar", "atm", "psi"],
      meaning: "force on each square metre",
      examples: ["the air at sea level has 1013 hPa", "a car's tyre 2.5 bar more"]),
    Row(
      name: "frequency", units: ["Hz", "kHz", "MHz", "GHz", "rpm"], meaning: "times in each second",
      examples: ["mains electricity in Europe has 50 Hz", "a processor runs at about 3 GHz"]),
    Row(
      name: "density", units: ["kg/m^3", "g/cm^3", "kg/L"], meaning: "mass for each volume",
      examples: ["water has 1 kg/L", "air about 1.2 kg/m^3"]),
    Row(
      name: "mass flow", words: ["flow"], units: ["kg/s", "kg/h", "t/year", "kg/year"],
      meaning: "mass for each unit of time", examples: []),
    Row(
      name: "temperature", units: ["K", "°C", "°F"],
      meaning:
        "°C and °F have a zero of their own: they convert and subtract; multiply and divide in K",
      examples: ["20 °C is 293.15 K"]),
    Row(
      name: "electric current", words: ["current"], units: ["A", "mA", "kA"],
      examples: ["a telephone is charged with 1 to 3 A"]),
    Row(
      name: "voltage", words: ["electric potential"], units: ["V", "kV", "mV"],
      meaning: "power for each ampere",
      examples: ["mains electricity in Europe has 230 V", "a small battery 1.5 V"]),
    Row(
      name: "electric charge", words: ["charge"], units: ["C", "Ah", "mAh"],
      meaning: "current times time", examples: ["the battery of a telephone holds about 4000 mAh"]),
    Row(
      name: "electric resistance", words: ["resistance"], units: ["Ω", "kΩ", "MΩ"],
      meaning: "voltage for each ampere", examples: []),
    Row(
      name: "amount of substance", words: ["amount"], units: ["mol", "mmol", "kmol"],
      examples: ["1 mol of water has 18 g"]),
    Row(
      name: "illuminance", units: ["lx"], meaning: "light on each square metre",
      examples: ["a desk is well lit with 500 lx"]),
    Row(
      name: "dose", words: ["radiation dose"], units: ["Sv", "mSv", "µSv", "Gy"],
      examples: ["nature gives each of us about 2.4 mSv in a year"]),
    Row(
      name: "a plain number", words: ["ratio", "share", "percentage", "number", "angle"],
      units: ["%", "‰", "ppm", "dozen", "million", "billion", "rad", "°"],
      meaning: "a number needs no unit; these are ways to write one", examples: []),
  ]
}
