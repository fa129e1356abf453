import Reports

/// What a gradebook has kept of a cause: the object of `check --json`, without further slips.
struct KeptCause {
  var id: String
  var names: [String]
  var factor: Double?
  var units: [String]?

  init?(_ json: String) {
    guard let cause = try? JSONValue.read(json), let id = cause["id"]?.ownText,
      let names = cause["names"]?.texts
    else { return nil }
    self.id = id
    self.names = names
    factor = cause["factor"]?.ownNumber
    units = cause["units"]?.texts
  }
}
