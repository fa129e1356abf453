/// Functions that are taken for one another.
enum FunctionKin {
  private static let families: [Set<String>] = [
    ["ln", "log10", "log2"], ["exp", "sinh", "cosh"], ["sin", "cos", "tan"],
    ["asin", "acos", "atan"], ["sinh", "cosh", "tanh"], ["min", "max"],
  ]

  static let logarithms: Set<String> = ["ln", "log10", "log2"]

  /// Those that take an angle.
  static let ofAngles: Set<String> = ["sin", "cos", "tan"]

  /// Bases of exponentials.
  static let bases: [(name: String, number: Double)] = [
    ("10", 10), ("e", 2.718281828459045), ("2", 2),
  ]

  static func areAlike(_ one: String, _ other: String) -> Bool {
    families.contains { $0.contains(one) && $0.contains(other) }
  }

  /// Those for which a function is taken.
  static func others(than name: String) -> [String] {
    families.filter { $0.contains(name) }.flatMap { $0 }.filter { $0 != name }.sorted()
  }
}
