import Diagnostics
import Exercises
import Files
import MarkdownReading

/// A file as text, with the log of what is wrong with it.
struct ReadText {
  let log: ProblemLog
  let text: String
  let digest: Digest

  /// - Parameter limit: bytes that are read at most.
  init(path: String, limit: Int) throws(FileError) {
    let bytes = try FileSystem.read(path, limit: limit).bytes
    let decoded = DecodedText(bytes)
    text = decoded.text
    digest = Digest(of: bytes)
    log = ProblemLog(SourceText(text, name: path))
    if !decoded.isClean {
      let before = text.unicodeScalars.prefix { $0 != "\u{FFFD}" }
      log.report(.notUTF8, line: 1 + before.count { $0 == "\n" })
    }
  }
}

/// The file of an exercise or a course, parted from its front matter.
struct ExerciseText {
  let log: ProblemLog
  let text: String
  let bodyLine: Int
  let body: String
  /// Empty where it could not be read.
  private let header: YAMLNode
  /// Of the file as it was read.
  private let digest: Digest

  private static let mostBytes = 4 << 20
  private static let mostTableBytes = 16 << 20

  /// What kept a file from being read at all.
  struct Unread: Error {
    let problems: [LocatedDiagnostic]
    let source: SourceText

    init(_ fault: Diagnostic, line: Int? = nil, in log: ProblemLog) {
      log.report(fault, at: line.map { SourceLocation(line: $0) })
      (problems, source) = (log.problems, log.source)
    }
  }

  init(_ path: String) throws(Unread) {
    let file: ReadText
    do { file = try ReadText(path: path, limit: Self.mostBytes) } catch {
      throw Unread(.unreadable(path: path, why: error), in: ProblemLog(SourceText("", name: path)))
    }
    (log, text, digest) = (file.log, file.text, file.digest)
    let nothing = YAMLNode(content: .nothing, place: SourceLocation(line: 1))
    switch splitFrontMatter(text) {
    case .unclosed: throw Unread(.frontMatterUnclosed, line: 1, in: log)
    case .none(let body):
      log.report(.frontMatterMissing, line: 1)
      (header, bodyLine, self.body) = (nothing, 1, body)
    case .closed(let parts):
      let reader = YAMLReader(log: log, firstLine: parts.yamlFirstLine)
      header = reader.read(parts.yaml) ?? nothing
      (bodyLine, body) = (parts.bodyFirstLine, parts.body)
    }
  }

  /// What the front matter says; nothing, where it could not be read.
  func header(_ read: (HeaderReader, YAMLNode) -> Header) -> Header {
    header.shape == .nothing && !log.problems.isEmpty
      ? Header() : read(HeaderReader(log: log), header)
  }

  /// What a list says of an exercise or a course, by its front matter, of which nothing is reported;
  /// nil for a file that is neither.
  static func header(_ text: String) -> Header? {
    guard case .closed(let parts) = splitFrontMatter(text) else { return nil }
    let log = ProblemLog(SourceText(""))
    guard let node = YAMLReader(log: log, firstLine: 1).read(parts.yaml), let pairs = node.pairs,
      pairs.contains(where: { $0.key == "reckon" })
    else { return nil }
    return HeaderReader(log: log).entry(node)
  }

  // MARK: Tables

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
      guard let file = file(of: reference) else { continue }
      let reader = TableReader(log: file.log, firstLine: 1)
      if var table = reader.table(file.text, name: reference.name, also: also) {
        table.file = file.log.source.name
        tables.append(table)
      }
      log.add(file.log.problems)
      digests.append(file.digest)
    }
    for fence in fences {
      let place = SourceLocation(line: fence.line)
      if !isName(fence.argument) {
        log.report(.tableFenceUnnamed(found: fence.argument), at: place)
      } else if isFree(fence.argument, place) {
        let reader = TableReader(log: log, firstLine: fence.firstLine)
        if let table = reader.table(fence.text, name: fence.argument) { tables.append(table) }
      }
    }
    return (tables, Digest(joining: digests))
  }

  /// Where a table lies; nil where that is not within the folder of the file.
  func path(of reference: TableReference) -> String? {
    FileSystem.confinedPath(
      reference.file, within: FileSystem.folder(of: log.source.name ?? ""))
  }

  private func file(of reference: TableReference) -> ReadText? {
    guard let path = path(of: reference) else {
      log.report(.tableOutside(path: reference.file), at: reference.place)
      return nil
    }
    do { return try ReadText(path: path, limit: Self.mostTableBytes) } catch {
      log.report(.unreadable(path: reference.file, why: error), at: reference.place)
      return nil
    }
  }
}
