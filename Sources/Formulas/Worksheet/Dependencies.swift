/// What a formula may depend on, found without computing it.
struct Dependencies {
  /// Names and called functions, without parameters and local names.
  var names: Set<String> = []
  /// `table["column"]` and `table.column`, by the words that stand there.
  var columns: Set<Column> = []
  /// Words in the place of a unit.
  var units: Set<String> = []

  struct Column: Hashable {
    var table: String
    var column: String
  }

  init() {}

  init(_ expression: Expression) { collect(expression, hidden: []) }

  init(_ function: FunctionDefinition) {
    var hidden = Set(function.parameters)
    for local in function.locals {
      collect(local.formula, hidden: hidden)
      hidden.insert(local.name)
    }
    collect(function.result, hidden: hidden)
  }

  private mutating func collect(_ expression: Expression, hidden: Set<String>) {
    _ = expression.reads(hidden: hidden) { link in
      switch link {
      case .name(let name): names.insert(name)
      case .unit(let word): units.insert(word)
      case .column(let table, let column): columns.insert(Column(table: table, column: column))
      case .receiver: break
      }
      return false
    }
  }

  /// Names and units.
  var words: Set<String> { units.union(names) }

  /// Everything that the formula reads, as it is found in an index of readers.
  var links: [Link] {
    names.map(Link.name) + units.map(Link.unit)
      + columns.flatMap { [Link.column(table: $0.table, column: $0.column), .receiver($0.table)] }
  }

  /// One thing that a formula reads, by the words that stand there.
  enum Link: Hashable {
    case name(String)
    case unit(String)
    case column(table: String, column: String)
    /// What stands before a column's brackets.
    case receiver(String)
  }
}

extension Expression {
  /// Whether one of the things that the formula reads is such a one; words that are hidden are
  /// parameters and local names. Looks no further than the first.
  func reads(hidden: Set<String> = [], where isMeant: (Dependencies.Link) -> Bool) -> Bool {
    func readsName(_ name: String) -> Bool { !hidden.contains(name) && isMeant(.name(name)) }
    switch kind {
    case .name(let name), .call(let name, _, _): if readsName(name) { return true }
    case .unitWord(let word):
      // The `pi` of `2 pi`, which a name may hide.
      return isMeant(.unit(word)) || BuiltinConstant.isConstant(word) && readsName(word)
    case .member, .element:
      if let (table, column) = columnAccess, !hidden.contains(table) {
        return isMeant(.column(table: table, column: column))
      }
    case .number, .text, .truth, .implicit, .binary, .conversion, .negation, .not, .group,
      .conditional, .method, .list:
      break
    }
    var reads = false
    kind.forEachPart { reads = reads || $0.reads(hidden: hidden, where: isMeant) }
    return reads
  }

  /// The words of `table["column"]` and `table.column`.
  var columnAccess: (table: String, column: String)? {
    switch kind {
    case .member(let receiver, let column, _): receiver.lookedUpWord.map { ($0, column) }
    case .element(let receiver, let element):
      if case .text(let column) = element.kind {
        receiver.lookedUpWord.map { ($0, column) }
      } else {
        nil
      }
    default: nil
    }
  }

  private var lookedUpWord: String? { if case .name(let word) = kind { word } else { nil } }
}

extension Expression {
  /// Whether a number without unit takes part as a factor or term: the 365 of
  /// `queries / 365`, but not an exponent, the number of a row, or a number before its unit.
  /// `isPlain` tells of names and functions in which one does.
  func holdsBareNumber(where isPlain: (String) -> Bool) -> Bool {
    var taking: [Expression] = parts
    switch kind {
    case .number: return true
    case .name(let name), .call(let name, _, _): if isPlain(name) { return true }
    case .implicit(let left, let right):
      taking = [left]
      if left.isFigure { taking = right.isUnitProduct ? [] : [right] }
    case .binary(.power, _, _), .conversion, .method, .member, .element: taking = [parts[0]]
    case .conditional(let then, _, let otherwise): taking = [then, otherwise]
    case .text, .truth, .unitWord, .negation, .not, .group, .binary, .list: break
    }
    return taking.contains { $0.holdsBareNumber(where: isPlain) }
  }
}

extension Worksheet {
  /// Whether numbers without unit take part in the key's formula, or in names and functions of
  /// the student's own that it uses.
  ///
  /// - `isTakenWhole`: tells of names whose own formulas are not looked into.
  public func holdsBareNumber(
    _ key: Key, takingWhole isTakenWhole: (Key) -> Bool = { _ in false }
  ) -> Bool {
    var visited: Set<Key> = []
    // Into the student's own names and functions too: `queries / days` with `days = 365`.
    func holds(_ key: Key) -> Bool {
      guard visited.count < 100, visited.insert(key).inserted else { return false }
      func isBare(_ name: String) -> Bool { !isTakenWhole(.name(name)) && holds(.name(name)) }
      return definitions[key]?.formula.expressions.contains { $0.holdsBareNumber(where: isBare) }
        ?? false
    }
    return holds(key)
  }
}
