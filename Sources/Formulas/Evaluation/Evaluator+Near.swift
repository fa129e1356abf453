import Diagnostics
import Quantities

/// What a person may have meant by a word that is not known.
extension Evaluator {
  /// Names, constants, columns and units that are near, best first.
  func near(_ name: String) -> [String] {
    let own = Array(sheet.unorderedNames) + (locals.map { Array($0.keys) } ?? [])
    meter.looked(among: own.count)
    let same = namesOfSameWords(as: name, among: own)
    if !same.isEmpty { return same }
    let typo = nearestNames(to: name, among: own).filter { Self.isSlip(name, for: $0) }
    // One letter is a name as good as any other.
    if name.count > 2, !typo.isEmpty { return typo }
    if let constant = ForeignNames.value(for: name) { return [constant] }
    if let column = column(like: name) { return [column] }
    let units = UnitSuggestions(units: units).near(name, isAlone: true)
    if !units.isEmpty { return units }
    let constant = nearestNames(to: name, among: BuiltinConstant.allNames)
    if name.count > 2, !constant.isEmpty { return constant }
    return namesSharingWords(with: name, among: own)
  }

  /// Whether each word of a name may be a slip for the other's: `total_users` is none for
  /// `total_hours`.
  private static func isSlip(_ name: String, for other: String) -> Bool {
    let words = name.split(separator: "_").map(String.init)
    let others = other.split(separator: "_").map(String.init)
    guard words.count == others.count, words.count > 1 else { return true }
    return zip(words, others).allSatisfy { $0 == $1 || !nearestNames(to: $0, among: [$1]).isEmpty }
  }

  /// The one column whose heading, without its remark, has the words of a name.
  func column(like name: String) -> String? {
    let lowered = name.lowercased()
    let found = sheet.shippedTables.flatMap { table in
      let short = Self.headingsWithoutRemark(table.columns.map(\.heading))
      let near =
        short.keys.filter { $0.lowercased() == lowered }
        + namesOfSameWords(as: name, among: short.keys)
      return Set(near).compactMap { short[$0] }.map { "\(table.name)[\"\($0)\"]" }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Functions that are near, under whatever name they have elsewhere.
  func functionsNear(_ name: String, among candidates: [String]) -> [String] {
    let lowered = name.lowercased()
    if lowered != name, candidates.contains(lowered) { return [lowered] }
    if let own = BuiltinFunction.name(forForeign: lowered), candidates.contains(own) {
      return [own]
    }
    let same = namesOfSameWords(as: name, among: candidates)
    let near = same.isEmpty ? nearestNames(to: name, among: candidates) : same
    // Two letters in turn are a likelier slip than one left out.
    let turned = near.filter { $0.sorted() == name.sorted() }
    return turned.isEmpty ? near : turned
  }

  // MARK: Columns

  /// Headings of a table that may have been meant.
  static func headings(near heading: String, among all: [String]) -> [String] {
    let lowered = heading.lowercased()
    let begun = all.filter { $0.lowercased().hasPrefix(lowered) }
    if !begun.isEmpty { return Array(begun.prefix(3)) }
    // Without the remark in brackets: `Acuracy` for `Accuracy (%)`.
    let short = headingsWithoutRemark(all)
    let own = withoutRemark(heading)
    let equal = short.keys.filter { $0.lowercased() == own.lowercased() }
    if !equal.isEmpty { return equal.sorted().compactMap { short[$0] } }
    let words = namesOfSameWords(as: own, among: short.keys)
    if !words.isEmpty { return words.compactMap { short[$0] } }
    let typos = nearestNames(to: own, among: short.keys.sorted())
    if !typos.isEmpty { return typos.compactMap { short[$0] } }
    return namesSharingWords(with: heading, among: all)
  }

  /// Headings by themselves without their remarks, the first of those that are then alike.
  private static func headingsWithoutRemark(_ headings: [String]) -> [String: String] {
    Dictionary(headings.map { (withoutRemark($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  static func withoutRemark(_ heading: String) -> String {
    let end = heading.firstIndex(of: "(") ?? heading.endIndex
    let name = heading[..<end].split(separator: " ").joined(separator: " ")
    return name.isEmpty ? heading : name
  }

  // MARK: Words side by side

  /// `gpu power` for the name `gpu_power`; nil where no such name is at hand.
  func nameInPieces(_ left: Expression, _ right: Expression) -> FormulaProblem? {
    guard var words = Self.words(of: left), let last = Self.words(of: right), words.count < 8 else {
      return nil
    }
    words += last
    let joined = words.joined(separator: "_")
    guard meter.mayLookForNames() else { return nil }
    let own = sheet.allNames
    meter.looked(among: own.count)
    var near = sheet.hasName(joined) ? [joined] : namesOfSameWords(as: joined, among: own)
    if near.isEmpty { near = column(like: joined).map { [$0] } ?? [] }
    // Words that stand for nothing are one name in pieces, unless the last is a unit.
    guard !near.isEmpty || words.count == 2 && units.lookup(words[1]) == nil else { return nil }
    return FormulaProblem(
      .unknownName(words.joined(separator: " "), near: near), left.span.union(right.span))
  }

  /// `24 h * gpu-power` for the name `gpu_power`; nil where no such name is at hand.
  func nameWithHyphen(
    _ left: Expression, _ right: Expression, _ problem: FormulaProblem
  ) -> FormulaProblem? {
    guard case .unknownName = problem.kind, right.span.start - left.span.end == 1,
      let first = left.name(atEnd: true), let second = right.name(atEnd: false)
    else { return nil }
    let joined = "\(first.name)_\(second.name)"
    guard sheet.hasName(joined) else { return nil }
    return FormulaProblem(
      .unknownName("\(first.name)-\(second.name)", near: [joined]), first.span.union(second.span))
  }

  private static func words(of expression: Expression) -> [String]? {
    if let word = expression.word { return [word] }
    guard case .implicit(let left, let right) = expression.kind, let first = words(of: left),
      let second = words(of: right)
    else { return nil }
    return first + second
  }

  /// What a number may mean with a word behind it that is no unit: `10k`, `5 e6`, `1h30`.
  func numberAndWord(
    _ left: Expression, _ right: Expression, _ problem: FormulaProblem
  ) -> FormulaProblem? {
    guard case .unknownUnit(let word, _) = problem.kind, problem.span == right.span,
      case .number(let number, _) = left.kind
    else { return nil }
    let pair = ForeignSyntax.NumberAndWord(
      number: number, word: word, numberSpan: left.span, wordSpan: right.span)
    if let problem = ForeignSyntax.problem(pair) { return problem }
    guard let parts = parts(of: word) else { return nil }
    return FormulaProblem(
      .missingOperator(suggestion: "\(pair.typed) \(parts.unit) + \(parts.number) \(parts.next)"),
      right.span, replacing: pair.whole)
  }

  /// `h30min` and `h30` as what they are made of.
  private func parts(of word: String) -> (unit: String, number: String, next: String)? {
    let unit = String(word.prefix { !$0.isNumber })
    let digits = word.dropFirst(unit.count).prefix { $0.isNumber }
    var next = String(word.dropFirst(unit.count + digits.count))
    guard !unit.isEmpty, !digits.isEmpty, let first = units.lookup(unit) else { return nil }
    if next.isEmpty { next = Parser.smallerUnits[unit] ?? "" }
    guard let second = units.lookup(next), first.dimension == second.dimension else { return nil }
    return (unit, String(digits), next)
  }
}

extension NumberFormat {
  /// As a student types it: all digits, no groups.
  static let typed = NumberFormat(digits: 15, shortDigits: 15, groupSeparator: "_")
}

extension Expression {
  /// The name that stands at its end, or at its beginning.
  fileprivate func name(atEnd: Bool) -> (name: String, span: Span)? {
    switch kind {
    case .name(let name): (name, span)
    case .binary(_, let left, let right): (atEnd ? right : left).name(atEnd: atEnd)
    default: nil
    }
  }
}
