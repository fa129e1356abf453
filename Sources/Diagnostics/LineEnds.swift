/// The bytes of a text with a newline at the end of every line, whatever ended it before: a carriage
/// return alone, or one before a newline.
public func withUnixLineEnds(_ bytes: [UInt8]) -> [UInt8] {
  let carriageReturn = UInt8(ascii: "\r")
  let newline = UInt8(ascii: "\n")
  guard bytes.contains(carriageReturn) else { return bytes }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  for (index, byte) in bytes.enumerated() {
    if byte != carriageReturn {
      result.append(byte)
    } else if index + 1 == bytes.count || bytes[index + 1] != newline {
      result.append(newline)
    }
  }
  return result
}

/// The text with newlines alone at line ends.
public func withUnixLineEnds(_ text: String) -> String {
  let carriageReturn = UInt8(ascii: "\r")
  // Through the bytes where they are, as this is done for every line of a notebook.
  let hasOne =
    text.utf8.withContiguousStorageIfAvailable { $0.contains(carriageReturn) }
    ?? text.utf8.contains(carriageReturn)
  guard hasOne else { return text }
  return String(decoding: withUnixLineEnds(Array(text.utf8)), as: UTF8.self)
}

/// The lines of a text that has newlines alone at line ends, byte by byte: going through its characters
/// would take a hundred times as long.
public func lines(of text: some StringProtocol) -> [Substring] {
  Substring(text).utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    .map(Substring.init)
}
