import Foundation

/// What a gradebook has kept of a cause: the object of `check --json`, without further slips.
struct KeptCause: Decodable {
  var id: String
  var names: [String]
  var factor: Double?
  var units: [String]?

  init?(_ json: String) {
    guard let cause = try? JSONDecoder().decode(Self.self, from: Data(json.utf8)) else {
      return nil
    }
    self = cause
  }
}
