import Formulas
import LineEditing

extension Session {
  /// What may stand at the cursor: commands, questions, columns, names, functions, units.
  public func completion(of line: String, cursor: Int) -> Completion {
    completion(of: line, cursor: cursor) { $0.sorted() }
  }

  /// - Parameter chosen: those that are taken of the names that fit, in their order.
  func completion(
    of line: String, cursor: Int, chosen: (Set<String>) -> [String]
  ) -> Completion {
    let bytes = Array(line.utf8.prefix(max(0, cursor)))
    let before = String(decoding: bytes, as: UTF8.self)
    if before.hasPrefix(":") { return commandCompletion(before) }
    if let completion = question.tutored.completion(of: before, in: self) { return completion }
    if let column = columnCompletion(before) { return column }
    var start = bytes.count
    while start > 0, Self.isWordByte(bytes[start - 1]) { start -= 1 }
    // A unit may follow its number without a space.
    while start < bytes.count, bytes[start] >= 0x30, bytes[start] <= 0x39 { start += 1 }
    let word = String(decoding: bytes[start...], as: UTF8.self)
    if word.isEmpty {
      return Completion(start: start, candidates: missingNames().map { Completion.Candidate($0) })
    }
    let isAfterNumber = isAfterNumber(bytes[..<start])
    var candidates: [Completion.Candidate] = []
    func add(_ texts: some Sequence<String>, suffix: String = "") {
      for text in texts where text.hasPrefix(word) {
        candidates.append(Completion.Candidate(text + suffix, label: text + suffix))
      }
    }
    if !isAfterNumber {
      let missing = missingNames().filter { $0.hasPrefix(word) }
      add(chosen(sheet.names(beginningWith: word).union(missing)))
      add((BuiltinFunction.allNames + PlotStatement.names).sorted(), suffix: "(")
      add(["def ", "unit "])
    }
    add(exercise.units.map(\.name))
    // Units of one or two letters need no help; without a number before, few fit.
    if isAfterNumber || word.utf8.count > 1 { add(sheet.units.unitWords) }
    var seen: Set<String> = []
    return Completion(start: start, candidates: candidates.filter { seen.insert($0.text).inserted })
  }

  private func commandCompletion(_ before: String) -> Completion {
    guard let space = before.utf8.firstIndex(of: UInt8(ascii: " ")) else {
      let typed = before.dropFirst()
      return Completion(
        start: 1,
        candidates: Command.all.filter { $0.name.hasPrefix(typed) }.map { command in
          Completion.Candidate(
            command.name + (command.argument.isEmpty ? "" : " "), label: ":" + command.name)
        })
    }
    let typed = String(before[before.utf8.index(after: space)...])
    let known = Command.named(String(before[..<space].dropFirst()))?.completes(self, typed) ?? []
    return Completion(
      start: before.utf8.count - typed.utf8.count,
      candidates: known.filter { $0.hasPrefix(typed) }.map { Completion.Candidate($0) })
  }

  /// Within `table["…`: the columns of that table.
  private func columnCompletion(_ before: String) -> Completion? {
    guard let quote = before.lastIndex(where: { $0 == "\"" || $0 == "'" }) else { return nil }
    let head = before[..<quote]
    let typed = before[before.index(after: quote)...]
    guard head.hasSuffix("["), !typed.contains("]") else { return nil }
    let name = head.dropLast().reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard let table = sheet.shippedTable(String(name.reversed())) else { return nil }
    let headings = table.columns.map(\.heading) + sheet.addedColumns(of: table.name)
    return Completion(
      start: before.utf8.count - typed.utf8.count,
      candidates: headings.filter { $0.hasPrefix(typed) }.map { heading in
        Completion.Candidate("\(heading)\(before[quote])]", label: heading)
      })
  }

  /// Names that the current question still asks for.
  func missingNames() -> [String] {
    question.askedNames.filter { sheet.formula(of: .name($0)) == nil }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private func isAfterNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.last(where: { $0 != UInt8(ascii: " ") }) else { return false }
    return last >= 0x30 && last <= 0x39 || last == UInt8(ascii: "/")
  }
}
