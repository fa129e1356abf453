import TextLayout

/// A block with the lines that cmark-gfm says it takes, counted from 1.
struct FoundBlock {
  var block: Block
  var first: Int
  var last: Int
}

/// Mends the lines that cmark-gfm 0.29.0.gfm.6 gets wrong.
///
/// It starts a table at the paragraph that runs into it, gives that paragraph no lines at all,
/// gives an underlined heading the first line of a block that follows it at once, ends an HTML
/// block on its first line where a closing mark ended it, and counts the blank
/// lines after a list as part of it.
func placed(_ found: [FoundBlock], in bytes: [UInt8], lineOffset: Int) -> [PlacedBlock] {
  let isBlank = blankLines(of: bytes)
  var result: [PlacedBlock] = []
  var end = 0
  for (index, entry) in found.enumerated() {
    var first = start(of: entry)
    var last = entry.last
    switch entry.block {
    case .html(let text):
      last = max(last, first + text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) - 1)
    case .paragraph where first < 1:
      // Its lines lie between the block before it and the table that took them.
      first = end + 1
      last = index + 1 < found.count ? start(of: found[index + 1]) - 1 : isBlank.count
    case .heading where index + 1 < found.count && start(of: found[index + 1]) > first:
      last = min(last, start(of: found[index + 1]) - 1)
    case .heading, .paragraph, .list, .code, .quote, .table, .rule: break
    }
    first = max(first, end + 1)
    while first < last, first <= isBlank.count, isBlank[first - 1] { first += 1 }
    while last > first, last > isBlank.count || isBlank[last - 1] { last -= 1 }
    end = max(first, last)
    result.append(PlacedBlock(entry.block, lines: first + lineOffset...end + lineOffset))
  }
  return result
}

/// A table's last line is right, and each of its rows takes one line.
private func start(of found: FoundBlock) -> Int {
  if case .table(_, _, let rows) = found.block { return found.last - rows.count - 1 }
  return found.first
}

private func blankLines(of bytes: [UInt8]) -> [Bool] {
  bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
    line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
