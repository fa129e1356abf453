extension Dimension {
  /// The name where physics has one; `a plain number` where it measures nothing.
  public var name: String? { self == .one ? "a plain number" : Self.names[self] }

  /// A quantity of this dimension to show what is meant, such as `24 h` for a time; nil where it
  /// has no name. It can be typed as it is.
  public var example: String? { name.flatMap { Self.examples[$0] } }

  /// The first name of the table that fits is used.
  private static let names: [Dimension: String] = Catalogue.dimensionNames.reduce(into: [:]) {
    names, entry in
    guard let dimension = WrittenUnit(entry.unit).unit?.dimension, names[dimension] == nil else {
      return
    }
    names[dimension] = entry.name
  }

  /// As one meets it at home, at work or in a lesson.
  private static let examples: [String: String] = [
    "acceleration": "9.81 m/s^2", "amount of substance": "2 mol", "area": "20 m^2",
    "capacitance": "10 µF", "catalytic activity": "1 kat", "data rate": "100 Mbit/s",
    "density": "1.2 kg/m^3", "dose": "1 mSv", "electric charge": "2 Ah",
    "electric conductance": "1 S", "electric current": "10 A", "electric resistance": "50 Ω",
    "energy": "3 kWh", "force": "10 N", "frequency": "50 Hz", "illuminance": "500 lx",
    "inductance": "2 mH", "information": "8 GB", "length": "10 km",
    "luminous intensity": "1 cd", "magnetic flux": "1 Wb", "magnetic flux density": "1 T",
    "mass": "2 kg", "mass flow": "3 kg/h", "mass per energy": "400 g/kWh", "power": "60 W",
    "pressure": "1 bar", "speed": "50 km/h", "temperature": "20 K", "time": "24 h",
    "voltage": "230 V", "volume": "2 L",
  ]
}
