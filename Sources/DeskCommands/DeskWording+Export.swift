import Diagnostics
import Exports

/// What `reckon export` says, in alphabetical order.
extension DeskWording {
  /// The formats with their sentences, a line each.
  static let exportFormats: String = ExportFormat.all.map { format in
    let name = format.name + String(repeating: " ", count: max(1, 18 - format.name.count))
    return "  \(name)\(format.help)"
  }.joined(separator: "\n")

  /// What is wrong with what was typed; nil where nothing is.
  static func exportUsage(
    _ format: ExportFormat, names: [String], exercise: String?, told: Set<ExportFormat.Detail>
  ) -> String? {
    if format.isGrader {
      if exercise != nil { return "Name the exercises without --exercise." }
      if names.isEmpty { return "Name an exercise: reckon export --as \(format.name) EXERCISE …" }
    } else if names.count > 1 {
      return "Name one gradebook."
    }
    if let missing = ExportFormat.Detail.allCases.first(where: {
      format.needs.contains($0) && !told.contains($0)
    }) {
      return "--as \(format.name) needs --\(missing.rawValue) with a file of the platform."
    }
    let idle = ExportFormat.Detail.allCases.first {
      told.contains($0) && !format.needs.contains($0) && !format.takes.contains($0)
    }
    guard let idle else { return nil }
    let option = idle == .marks ? "Options for marks are" : "--\(idle.rawValue) is"
    return "\(option) of no use for --as \(format.name)."
  }

  static func exported(_ made: Export, by format: ExportFormat, to path: String) -> String {
    let what = format.isGrader ? "exercise" : "student"
    let count = "\(made.count) \(what)\(made.count == 1 ? "" : "s")"
    return "Written: \(plainLine(path)), with \(count)."
  }

  static func isASource(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "is-a-source", message: "\(plainLine(path)) is what is read, and is never written over.",
      help: ["`-o` with another name"])
  }

  static func isThere(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "is-there", message: "\(plainLine(path)) is there already, and is left as it is.",
      help: ["`-o` with another name", "`--force`, to write over it"])
  }

  static let userNamesUnknown =
    "User names are Moodle's: --by username needs --participants with a list that has them."
}
