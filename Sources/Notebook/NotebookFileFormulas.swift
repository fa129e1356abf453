import Diagnostics
import Formulas

/// The statements of a notebook, and what stands in their place without being one.
struct NotebookFileFormulas: Sendable {
  struct Unreadable: Sendable {
    var diagnostic: LocatedDiagnostic
    var question: String?
    var name: String?
  }

  private(set) var statements: [NotebookFile.PlacedStatement] = []
  private(set) var unreadable: [Unreadable] = []

  init(of reading: NotebookFileReading) {
    for section in reading.layout.sections {
      for fence in section.fences {
        let bytes = Array(reading.bytes[fence.content])
        let source = SourceText(bytes: bytes, name: reading.name, firstLine: fence.firstLine)
        for item in Parser.parse(
          String(decoding: bytes, as: UTF8.self), limit: NotebookFile.lengthLimit
        ).items {
          switch item {
          case .statement(let statement):
            statements.append(
              NotebookFile.PlacedStatement(
                statement: statement, question: section.id, source: source, fence: fence))
          case .problem(let problem, let text):
            unreadable.append(
              Unreadable(
                diagnostic: LocatedDiagnostic(problem.diagnostic, in: source),
                question: section.id, name: boundName(in: text)))
          }
        }
      }
    }
  }
}

/// The name that a text would bind if it could be read: that of `name = …` and `def name(…`.
private func boundName(in text: String) -> String? {
  var rest = text.utf8.drop(while: Byte.isBlank)
  let isFunction = rest.starts(with: "def ".utf8)
  if isFunction { rest = rest.dropFirst(4).drop(while: Byte.isBlank) }
  let name = rest.prefix { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
  guard let first = name.first, !(0x30...0x39).contains(first) else { return nil }
  let after = rest[name.endIndex...].drop(while: Byte.isBlank)
  let mark = isFunction ? UInt8(ascii: "(") : UInt8(ascii: "=")
  guard after.first == mark, after.dropFirst().first != UInt8(ascii: "=") else { return nil }
  return String(name)
}
