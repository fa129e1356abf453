import Diagnostics

/// What is said of figures that rest on something that is not right.
enum UpstreamErrorWording {
  static func rests(on names: [String]) -> String {
    let list = enumeration(names.map { "`\($0)`" })
    return "This rests on \(list), which \(names.count == 1 ? "is" : "are") not right yet."
  }
}
