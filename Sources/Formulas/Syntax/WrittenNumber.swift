/// A number as people write it elsewhere: `3.600,50`, `10.000.000`, `1,5`.
enum WrittenNumber {
  enum Interpretation: Equatable {
    /// One way to read it, as it is written here: `3_600.50`.
    case certain(String)
    /// `10,000`, which may be ten thousand or ten.
    case either(whole: String, decimal: String)
    case none
  }

  /// How digits with points and commas are meant. The sign that comes last, and once, is the
  /// decimal one; the other sets groups of three apart.
  static func interpretation(of text: String) -> Interpretation {
    let commas = text.utf8.count { $0 == UInt8(ascii: ",") }
    let points = text.utf8.count { $0 == UInt8(ascii: ".") }
    let pieces = text.utf8.split(
      omittingEmptySubsequences: false,
      whereSeparator: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
    ).map { String($0) ?? "" }
    guard let first = pieces.first, var last = pieces.last, !first.isEmpty, !last.isEmpty else {
      return .none
    }
    let isGrouped = { (groups: [String]) in
      groups[0].utf8.count <= 3 && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    }
    switch (commas, points) {
    case (1, 0):
      let decimal = first + "." + last
      last = String(last.prefix { $0.isNumber })
      return last.utf8.count == 3 && first != "0" && first.utf8.count <= 3
        ? .either(whole: first + "_" + last, decimal: decimal) : .certain(decimal)
    case (2..., 0), (0, 2...):
      return isGrouped(pieces) ? .certain(pieces.joined(separator: "_")) : .none
    case (1, 1...), (1..., 1):
      // One sign throughout before the last.
      let lastSign = text.utf8.last { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
      let isDecimal = lastSign == UInt8(ascii: ",") ? commas == 1 : points == 1
      let groups = Array(pieces.dropLast())
      guard isDecimal, isGrouped(groups) else { return .none }
      return .certain(groups.joined(separator: "_") + "." + last)
    default: return .none
    }
  }
}
