import Diagnostics

/// Columns that are meant: by a heading that is typed as a text would name it, and by the name that
/// gets a value.
extension Worksheet {
  /// A problem within a column's heading that stands without its table, its brackets or its quotes,
  /// as one of that: `Training Time (GPU hours) * gpu_power`, `sum(usage[Number of queries])`.
  func withHeading(_ problem: FormulaProblem) -> FormulaProblem {
    guard let statement = problem.statement, problem.function == nil, statement.isShort,
      let found = heading(in: statement, at: problem.span)
    else { return problem }
    let fixIt = found.isInBrackets ? "\"\(found.heading)\"" : "\(found.table)[\"\(found.heading)\"]"
    return FormulaProblem(
      .columnQuotes(word: statement[found.place] ?? found.heading, fixIt: fixIt), found.place
    ).of(statement.text, at: statement.start)
  }

  private struct FoundHeading {
    var place: Span
    var heading: String
    var table: String
    var isInBrackets: Bool
  }

  /// The longest heading of one table alone that stands in a statement at a place, outside of quotes;
  /// in brackets of a table also one without its remark.
  private func heading(in statement: StatementText, at place: Span) -> FoundHeading? {
    let text = Array(statement.text)
    guard !text.contains(where: { "\"'".contains($0) }) || statement.isOutsideQuotes(place) else {
      return nil
    }
    let lowered = text.map { $0.lowercased() }
    let bytes = statement.text.utf8.map(\.lowered)
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    /// Without going through the letters; what is not ASCII alone may always stand there.
    func mayHold(_ form: String) -> Bool {
      !isASCII || !form.utf8.allSatisfy { $0 < 0x80 } || bytes.holds(form.utf8.map(\.lowered))
    }
    var best: (found: FoundHeading, count: Int)?
    var isOfSeveral = false
    for table in shippedTables {
      for heading in table.columns.map(\.heading) + addedColumns(of: table.name) {
        let forms = [(heading, true), (Evaluator.withoutRemark(heading), false)]
        for (form, isWhole) in forms
        where mayHold(form) && form.contains(where: { " (".contains($0) }) {
          let letters = form.map { $0.lowercased() }
          guard letters.count >= best?.count ?? 0,
            let start = lowered.firstRange(of: letters)?.lowerBound
          else { continue }
          let end = start + letters.count
          let isInBrackets =
            start > 1 && text[start - 1] == "[" && end < text.count && text[end] == "]"
          let from = statement.start + String(text[..<start]).utf8.count
          let span = Span(from, from + String(text[start..<end]).utf8.count)
          guard isWhole || isInBrackets, span.start <= place.start, place.start < span.end,
            start == 0 || !(text[start - 1].isLetter || text[start - 1] == ".")
          else { continue }
          if letters.count == best?.count, best?.found.heading == heading { isOfSeveral = true }
          best = (
            FoundHeading(
              place: span, heading: heading, table: table.name, isInBrackets: isInBrackets),
            letters.count
          )
        }
      }
    }
    return isOfSeveral && best?.found.isInBrackets == false ? nil : best?.found
  }

  /// A problem of a table in the place of a column, with those columns that share most words with the
  /// name that gets the value; where none does, with a few.
  func withNamedColumns(_ problem: FormulaProblem, _ statement: Statement) -> FormulaProblem {
    var copy = problem
    switch problem.kind {
    case .columnExpected(let function, let found, let examples) where examples.count > 1:
      copy.kind = .columnExpected(
        function, found: found, examples: columns(examples, namedIn: statement))
    case .unknownMember(let name, let kind, let near, let receiver, let examples)
    where examples.count > 1:
      copy.kind = .unknownMember(
        name, of: kind, near: near, receiver: receiver,
        examples: columns(examples, namedIn: statement))
    default: return problem
    }
    return copy
  }

  private func columns(_ all: [String], namedIn statement: Statement) -> [String] {
    let few = Array(all.prefix(3))
    guard case .success(let binding)? = binding(of: statement) else { return few }
    let shared = all.map { countOfSharedWords(of: "\(binding.key)", with: $0) }
    guard let most = shared.max(), most > 0 else { return few }
    return zip(all, shared).filter { $0.1 == most }.map(\.0).prefix(3).map { $0 }
  }
}

extension StatementText {
  /// Whether no quote is open at a place.
  fileprivate func isOutsideQuotes(_ place: Span) -> Bool {
    (self[Span(start, place.start)] ?? "").count { $0 == "\"" }.isMultiple(of: 2)
  }
}

extension UInt8 {
  /// The small letter of a capital of ASCII.
  fileprivate var lowered: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}
