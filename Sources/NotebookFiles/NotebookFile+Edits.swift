import Diagnostics

extension NotebookFile {
  /// A text in the place of some bytes of the file.
  struct Edit: Sendable {
    let bytes: Range<Int>
    let text: String

    init(_ bytes: Range<Int>, _ text: String) { (self.bytes, self.text) = (bytes, text) }
  }

  /// Makes all edits at once; their places are those before any of them, and do not overlap.
  /// Of two at the same place, the first comes first.
  mutating func apply(_ edits: [Edit]) { if !edits.isEmpty { reading = reading.applying(edits) } }

  /// The text with this file's line ends.
  func withLineEnds(_ text: String) -> String {
    let lines = lines(of: withUnixLineEnds(text))
    return joined(lines.map(String.init))
  }

  /// Lines with this file's line end between them.
  func joined(_ lines: [String]) -> String { lines.joined(separator: reading.lineEnd) }

  // MARK: Places

  /// The sections of a question; more than one where its heading stands several times.
  func sections(of id: String) -> [NotebookSection] { reading.layout.sections(of: id) }

  /// Whether the bytes up to `offset` end with a blank line, or nothing of the body is there.
  func isBlank(before offset: Int) -> Bool {
    let start = reading.header.bodyOffset
    guard offset > start else { return true }
    return reading.bytes[start..<offset].dropLast().lastLine.allSatisfy(Byte.isBlank)
  }

  /// Whether a blank line, or nothing, follows `offset`, which is the start of a line.
  func isBlank(after offset: Int) -> Bool {
    reading.bytes[offset...].prefix { $0 != Byte.newline }.allSatisfy(Byte.isBlank)
  }

  /// What removes whole lines, with the blank lines that would be left over.
  func removal(of lines: Range<Int>) -> Edit {
    let rest = reading.bytes[lines.upperBound...]
    guard !rest.isEmpty else { return Edit(lines, "") }
    let isOpenAbove = isBlank(before: lines.lowerBound)
    guard isBlank(after: lines.upperBound) else {
      return Edit(lines, isOpenAbove ? "" : reading.lineEnd)
    }
    guard isOpenAbove else { return Edit(lines, "") }
    let blank = rest.prefix(while: Byte.isBlank)
    let end =
      blank.endIndex == reading.bytes.count
      ? blank.endIndex : (blank.lastIndex(of: Byte.newline) ?? lines.upperBound - 1) + 1
    return Edit(lines.lowerBound..<end, "")
  }

  // MARK: Insertion

  /// Puts a block at the end of a question's section, which is made where it is missing.
  ///
  /// Nothing can be put after a comment that is not closed: where `isThere` says that the block
  /// is not read, it is put before it.
  mutating func insert(
    _ block: [String], question id: String, title: String, isThere: (NotebookFile) -> Bool
  ) {
    let layout = reading.layout
    let own = layout.sections.lastIndex { $0.id == id }
    var lines = block
    if own == nil {
      let level = layout.sections.first { $0.id != nil }?.level ?? 2
      lines.insert("\(String(repeating: "#", count: level)) \(id) \(plainLine(title))", at: 0)
    }
    let index = own ?? newSectionPlace(id)
    let section = layout.sections[index]
    let before = reading
    apply([ending(section, with: lines)])
    if isThere(self) { return }
    guard let last = section.blocks.last, case .html = last.kind else { return }
    let after = reading
    change(to: before.text)
    let gap = isBlank(before: last.bytes.lowerBound) ? [] : [""]
    let text = joined(gap + lines + ["", ""])
    apply([Edit(last.bytes.lowerBound..<last.bytes.lowerBound, text)])
    if !isThere(self) { change(to: after.text) }
  }

  /// What puts lines at the end of a section, a blank line apart from what is there.
  private func ending(_ section: NotebookSection, with lines: [String]) -> Edit {
    let bytes = reading.bytes
    let written = bytes[section.bytes].lastIndex { !Byte.isBlank($0) }
    var end = section.bytes.lowerBound
    var head: [String] = []
    if let written {
      end = bytes[section.bytes].lineEnd(after: written)
      if bytes[end - 1] != Byte.newline { head.append("") }
      if case .fence(let fence)? = section.blocks.last?.kind, fence.closing == nil {
        let mark = String(decoding: [fence.mark], as: UTF8.self)
        head.append(String(repeating: mark, count: fence.length))
      }
      // A heading may be followed at once by what belongs to it.
      let opensSection = lines.first?.hasPrefix("#") == true
      let isOwnHeading = section.id != nil && section.blocks.isEmpty && !opensSection
      if !isOwnHeading { head.append("") }
    } else if reading.header.endsWithinLine(of: bytes) {
      head.append("")
    }
    let tail = isBlank(after: end) ? [""] : ["", ""]
    return Edit(end..<end, joined(head + lines + tail))
  }

  /// The section after which a new one belongs.
  private func newSectionPlace(_ id: String) -> Int {
    let ranks = reading.layout.sections.map { $0.id.flatMap(order.firstIndex(of:)) }
    guard let place = order.firstIndex(of: id) else { return ranks.count - 1 }
    return ranks.lastIndex { $0.map { $0 < place } ?? false }
      ?? ranks.firstIndex { $0.map { $0 > place } ?? false }.map { $0 - 1 } ?? ranks.count - 1
  }
}

extension ArraySlice<UInt8> {
  /// Where the line of a place ends, its newline among it.
  func lineEnd(after place: Int) -> Int {
    self[place...].firstIndex(of: Byte.newline).map { $0 + 1 } ?? endIndex
  }

  /// What follows the last newline.
  var lastLine: ArraySlice<UInt8> {
    self[(lastIndex(of: Byte.newline).map { $0 + 1 } ?? startIndex)...]
  }
}
