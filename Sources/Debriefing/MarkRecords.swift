import SwiftCSV

/// What stands between cells.
enum MarkSeparator: Character, CaseIterable {
  case comma = ","
  case semicolon = ";"
  case tab = "\t"

  /// The one that the first line has most of.
  init(ofFirstLine text: String) {
    let line = text.prefix { $0 != "\n" }
    func count(_ separator: MarkSeparator) -> Int { line.count { $0 == separator.rawValue } }
    self = [.semicolon, .tab].reduce(.comma) { count($1) > count($0) ? $1 : $0 }
  }

  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    }
  }

  var delimiter: CSVDelimiter {
    switch self {
    case .comma: .comma
    case .semicolon: .semicolon
    case .tab: .tab
    }
  }
}

/// Where the records of a file begin, and how many cells they have at most.
struct MarkRecords {
  private(set) var mostCells = 0
  /// Of a quotation mark that nothing closes.
  private(set) var openQuote: Int?
  private(set) var starts = [0]

  init(of text: String, _ separator: MarkSeparator) {
    let separator = separator.byte
    var cells = 1
    var isQuoted = false
    for (offset, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "\""):
        isQuoted.toggle()
        openQuote = isQuoted ? offset : nil
      case separator where !isQuoted:
        cells += 1
        mostCells = max(mostCells, cells)
      case UInt8(ascii: "\n") where !isQuoted:
        starts.append(offset + 1)
        cells = 1
      default: break
      }
    }
  }

  func start(_ index: Int) -> Int { starts[min(index, starts.count - 1)] }
}
