import Diagnostics
import Exercises
import Files
import MarkdownReading

/// The file of an exercise or a course, read and parted from its front matter.
struct ExerciseText {
  let log: ProblemLog
  let text: String
  /// Empty where it could not be read.
  let header: YAMLNode
  let bodyLine: Int
  let body: String
  /// Of the file as it was read.
  let digest: Digest

  private static let mostBytes = 4 << 20
  private static let mostTableBytes = 32 << 20

  /// The file itself, or what kept it from being read.
  static func read(_ path: String) -> Result<ExerciseText, Unread> {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(path, limit: mostBytes).bytes
    } catch {
      let log = ProblemLog(SourceText("", name: path))
      log.report(.unreadable(path: path, why: error))
      return .failure(Unread(log))
    }
    let digest = Digest(of: bytes)
    let decoded = DecodedText(bytes)
    let text = decoded.text
    let log = ProblemLog(SourceText(text, name: path))
    if !decoded.isClean { log.report(.notUTF8, line: firstReplacedLine(text)) }
    switch splitFrontMatter(text) {
    case .unclosed:
      log.report(.frontMatterUnclosed, line: 1)
      return .failure(Unread(log))
    case .none(let body):
      log.report(.frontMatterMissing, line: 1)
      return .success(
        ExerciseText(log: log, text: text, header: nothing, bodyLine: 1, body: body, digest: digest)
      )
    case .closed(let parts):
      let reader = YAMLReader(log: log, firstLine: parts.yamlFirstLine)
      let header = reader.read(parts.yaml) ?? nothing
      return .success(
        ExerciseText(
          log: log, text: text, header: header, bodyLine: parts.bodyFirstLine, body: parts.body,
          digest: digest))
    }
  }

  /// The front matter of an exercise or a course, of which nothing is reported; nil for a file
  /// that is neither.
  static func header(_ text: String) -> Header? {
    guard case .closed(let parts) = splitFrontMatter(text) else { return nil }
    let log = ProblemLog(SourceText(""))
    guard let node = YAMLReader(log: log, firstLine: 1).read(parts.yaml), let pairs = node.pairs,
      pairs.contains(where: { $0.key == "reckon" })
    else { return nil }
    let reader = HeaderReader(log: log)
    return pairs.contains { $0.key == "id" } ? reader.exercise(node) : reader.course(node)
  }

  /// A file of which nothing can be had.
  struct Unread: Error {
    let problems: [LocatedDiagnostic]
    let source: SourceText

    init(_ log: ProblemLog) {
      problems = log.problems
      source = log.source
    }
  }

  /// The tables that the front matter names, and those that stand in place, with the digest of the
  /// file and of those of its tables.
  func tables(
    _ references: [TableReference], fences: [Fence] = []
  ) -> (tables: [DataTable], digest: Digest) {
    var taken: Set<String> = []
    var tables: [DataTable] = []
    var digests = [digest]
    func isFree(_ name: String, _ place: SourceLocation) -> Bool {
      if taken.insert(name).inserted { return true }
      log.report(.tableTwice(name: name), at: place)
      return false
    }
    for reference in references where isFree(reference.name, reference.place) {
      let also = reference.also.filter { isFree($0, reference.place) }
      let (table, digest) = table(reference, also: also)
      if let table { tables.append(table) }
      if let digest { digests.append(digest) }
    }
    for fence in fences {
      let place = SourceLocation(line: fence.line)
      if !isName(fence.argument) {
        log.report(.tableFenceUnnamed, at: place)
      } else if isFree(fence.argument, place) {
        let reader = TableReader(log: log, firstLine: fence.firstLine)
        if let table = reader.table(fence.text, name: fence.argument) { tables.append(table) }
      }
    }
    return (tables, Digest(joining: digests))
  }

  private func table(
    _ reference: TableReference, also: [String]
  ) -> (DataTable?, Digest?) {
    let home = FileSystem.folder(of: log.source.name ?? "")
    guard let path = FileSystem.confinedPath(reference.file, within: home) else {
      log.report(.tableOutside(path: reference.file), at: reference.place)
      return (nil, nil)
    }
    do {
      let bytes = try FileSystem.read(path, limit: Self.mostTableBytes).bytes
      let decoded = DecodedText(bytes)
      let text = decoded.text
      let tableLog = ProblemLog(SourceText(text, name: path))
      if !decoded.isClean { tableLog.report(.notUTF8, line: Self.firstReplacedLine(text)) }
      let reader = TableReader(log: tableLog, firstLine: 1)
      let table = reader.table(text, name: reference.name, also: also)
      log.add(tableLog.problems)
      return (table, Digest(of: bytes))
    } catch {
      log.report(.unreadable(path: reference.file, why: error), at: reference.place)
      return (nil, nil)
    }
  }

  private static let nothing = YAMLNode(content: .nothing, place: SourceLocation(line: 1))

  private static func firstReplacedLine(_ text: String) -> Int {
    var line = 1
    for scalar in text.unicodeScalars {
      if scalar == "\u{FFFD}" { return line }
      if scalar == "\n" { line += 1 }
    }
    return 1
  }
}
