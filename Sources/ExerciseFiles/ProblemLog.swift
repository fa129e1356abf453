import Diagnostics

/// Gathers what is wrong with one file, as readers of its parts come across it.
final class ProblemLog {
  let source: SourceText
  private(set) var problems: [LocatedDiagnostic] = []
  /// Paths of the pictures that the file names.
  private(set) var pictures: [String] = []
  private var lineStarts: [Int] { source.lineStarts }
  private var errors = 0

  /// Errors that are told of one file, and warnings before them: who has more reads them no
  /// longer.
  private static let most = 200

  init(_ source: SourceText) {
    self.source = source
  }

  /// Whether one more of a severity is told.
  func tells(_ severity: Diagnostic.Severity) -> Bool {
    errors < Self.most && (severity == .error || problems.count - errors < Self.most)
  }

  /// How many lines the file has.
  var lineCount: Int { lineStarts.count }

  /// A line of the file, counted from 0, without its end.
  func line(_ index: Int) -> String {
    let end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : source.bytes.count
    return String(decoding: source.bytes[lineStarts[index]..<end], as: UTF8.self)
  }

  func report(_ fault: Diagnostic, line: Int) { report(fault, at: SourceLocation(line: line)) }

  /// Without a place, the fault concerns the file as a whole.
  func report(_ fault: Diagnostic, at place: SourceLocation? = nil) {
    guard tells(fault.severity) else { return }
    if fault.severity == .error { errors += 1 }
    var fault = fault
    fault.labels = place.map { [Diagnostic.Label(span(of: $0))] } ?? []
    problems.append(LocatedDiagnostic(fault, in: source))
  }

  /// Keeps the path of a picture that a text names.
  func note(picture path: String) {
    if !pictures.contains(path) { pictures.append(path) }
  }

  func add(_ others: [LocatedDiagnostic]) { problems += others }

  /// The problems of this file by line, then those of the tables beside it.
  var sorted: [LocatedDiagnostic] {
    let own = problems.enumerated().filter { $0.element.source.name == source.name }
    let others = problems.filter { $0.source.name != source.name }
    return own.sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element) + others
  }

  private func span(of place: SourceLocation) -> Span {
    let index = min(max(place.line - source.firstLine, 0), lineStarts.count - 1)
    let whole = source.lineSpan(at: lineStarts[index])
    let scalars = Array(source.text(whole).unicodeScalars)
    let blank = scalars.prefix { $0.properties.isWhitespace }.count
    let start = min(place.column.map { $0 - 1 } ?? blank, scalars.count)
    let end = place.length > 0 ? min(start + place.length, scalars.count) : scalars.count
    func bytes(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
      scalars.reduce(0) { $0 + UTF8.width($1) }
    }
    let first = whole.start + bytes(scalars[..<start])
    return Span(first, first + bytes(scalars[start..<max(start, end)]))
  }
}
