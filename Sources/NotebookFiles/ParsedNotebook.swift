import Diagnostics
import Formulas
import Synchronization

/// What one state of a notebook's text says, each part read when it is first asked for.
final class ParsedNotebook: Sendable {
  /// A fault and the line that shows it, counted from 1.
  struct PlacedFault: Sendable {
    var fault: Diagnostic
    var line: Int
  }

  public let text: String
  let name: String
  /// The text's bytes, with a newline in the place of a carriage return that stands alone.
  public let bytes: [UInt8]

  private let knownHeader = Once<NotebookHeader>()
  private let knownLayout = Once<NotebookLayout>()
  private let knownStatements = Once<NotebookStatements>()
  private let knownLineStarts = Once<[Int]>()

  init(_ text: String, name: String) {
    self.text = text
    self.name = name
    var bytes = Array(text.utf8)
    if bytes.contains(Byte.carriageReturn) {
      for index in bytes.indices where bytes[index] == Byte.carriageReturn {
        if index + 1 == bytes.count || bytes[index + 1] != Byte.newline {
          bytes[index] = Byte.newline
        }
      }
    }
    self.bytes = bytes
  }

  var header: NotebookHeader { knownHeader.value { NotebookHeader(of: bytes) } }
  var layout: NotebookLayout { knownLayout.value { NotebookLayout(of: bytes, after: header) } }
  var statements: NotebookStatements { knownStatements.value { NotebookStatements(of: self) } }

  /// Offsets of the lines' first bytes.
  private var lineStarts: [Int] {
    knownLineStarts.value {
      [0] + bytes.indices.filter { bytes[$0] == Byte.newline }.map { $0 + 1 }
    }
  }

  // MARK: Taken over from the notebook before an edit

  func take(header: NotebookHeader) { knownHeader.set(header) }
  func take(layout: NotebookLayout) { knownLayout.set(layout) }
  func take(statements: NotebookStatements) { knownStatements.set(statements) }

  /// Some of the bytes as text.
  public func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// What ends a line of this text: that of its first line.
  var lineEnd: String {
    guard let newline = bytes.firstIndex(of: Byte.newline) else { return "\n" }
    if newline > 0, bytes[newline - 1] == Byte.carriageReturn { return "\r\n" }
    return text.utf8.first { $0 == Byte.newline || $0 == Byte.carriageReturn }
      == Byte.carriageReturn ? "\r" : "\n"
  }

  /// The fault with the line that shows it.
  func located(_ placed: PlacedFault) -> LocatedDiagnostic {
    located(placed.fault, line: placed.line)
  }

  /// Where a line begins; the first or last for a number beyond these.
  func start(ofLine number: Int) -> Int { lineStarts[min(max(number, 1), lineStarts.count) - 1] }

  /// The diagnostic with a line of the notebook, counted from 1, marked whole.
  public func located(_ diagnostic: Diagnostic, line number: Int) -> LocatedDiagnostic {
    let start = start(ofLine: number)
    var end = bytes[start...].firstIndex(of: Byte.newline) ?? bytes.count
    if end > start, bytes[end - 1] == Byte.carriageReturn { end -= 1 }
    end = min(end, start + 1000)
    let line = SourceText(bytes: Array(bytes[start..<end]), name: name, firstLine: number)
    var diagnostic = diagnostic
    diagnostic.labels = [Diagnostic.Label(Span(0, end - start))]
    return LocatedDiagnostic(diagnostic, in: line)
  }
}

/// A value that is made when it is first asked for.
private final class Once<Value: Sendable>: Sendable {
  private let known = Mutex<Value?>(nil)

  func set(_ value: Value) { known.withLock { $0 = value } }

  func value(_ make: () -> Value) -> Value {
    known.withLock { known in
      let value = known ?? make()
      known = value
      return value
    }
  }
}

/// Bytes that mean something in a notebook.
public enum Byte {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")

  /// Whether nothing is seen of it: a space, a tab, or a part of a line's end.
  public static func isBlank(_ byte: UInt8) -> Bool {
    byte == space || byte == tab || byte == carriageReturn || byte == newline
  }
}
