extension StringProtocol {
  /// Without white space at both ends.
  public var trimmingBlank: String {
    if endsPlainly { return String(self) }
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// Whether both ends are characters of ASCII that are seen, as those of most texts are.
  private var endsPlainly: Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      guard let first = bytes.first, let last = bytes.last else { return true }
      return (0x21..<0x7F).contains(first) && (0x21..<0x7F).contains(last)
    } ?? false
  }
}
