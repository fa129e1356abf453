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

  init(_ expression: Expression) {
    collect(expression, hidden: [])
  }

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

  /// Everything that the formula reads, as it is found in an index of readers.
  var links: [Link] {
    names.map(Link.name) + units.map(Link.unit)
      + columns.flatMap {
        [Link.column(table: $0.table, column: $0.column), .receiver($0.table)]
      }
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
  func reads(
    hidden: Set<String> = [], where isMeant: (Dependencies.Link) -> Bool
  ) -> Bool {
    func reads(_ inner: Expression) -> Bool { inner.reads(hidden: hidden, where: isMeant) }
    func readsName(_ name: String) -> Bool { !hidden.contains(name) && isMeant(.name(name)) }
    switch kind {
    case .number, .text, .truth: return false
    case .name(let name): return readsName(name)
    case .unitWord(let word):
      // The `pi` of `2 pi`, which a name may hide.
      return isMeant(.unit(word)) || Constants.has(word) && readsName(word)
    case .implicit(let left, let right), .binary(_, let left, let right),
      .conversion(let left, let right):
      return reads(left) || reads(right)
    case .negation(let inner), .not(let inner), .group(let inner): return reads(inner)
    case .conditional(let then, let condition, let otherwise):
      return reads(then) || reads(condition) || reads(otherwise)
    case .call(let name, _, let arguments):
      return readsName(name) || arguments.contains { reads($0.value) }
    case .method(let receiver, _, _, let arguments):
      return reads(receiver) || arguments.contains { reads($0.value) }
    case .member(let receiver, let name, _):
      guard case .name(let table) = receiver.kind, !hidden.contains(table) else {
        return reads(receiver)
      }
      return isMeant(.column(table: table, column: name))
    case .element(let receiver, let element):
      guard case .name(let table) = receiver.kind, case .text(let column) = element.kind,
        !hidden.contains(table)
      else { return reads(receiver) || reads(element) }
      return isMeant(.column(table: table, column: column))
    case .list(let items): return items.contains(where: reads)
    }
  }
}

extension Expression {
  /// Whether a number without unit takes part as a factor or term: the 365 of
  /// `queries / 365`, but not an exponent, the number of a row, or a number before its unit.
  /// `isPlain` tells of names and functions in which one does.
  func holdsBareNumber(where isPlain: (String) -> Bool) -> Bool {
    switch kind {
    case .number: true
    case .name(let name): isPlain(name)
    case .text, .truth, .unitWord: false
    case .implicit(let left, let right):
      if case .number = left.kind {
        right.holdsBareNumber(where: isPlain) && !right.isUnitProduct
      } else {
        left.holdsBareNumber(where: isPlain)
      }
    case .negation(let inner), .group(let inner), .not(let inner):
      inner.holdsBareNumber(where: isPlain)
    case .binary(.power, let base, _): base.holdsBareNumber(where: isPlain)
    case .binary(_, let left, let right):
      left.holdsBareNumber(where: isPlain) || right.holdsBareNumber(where: isPlain)
    case .conversion(let value, _): value.holdsBareNumber(where: isPlain)
    case .conditional(let then, _, let otherwise):
      then.holdsBareNumber(where: isPlain) || otherwise.holdsBareNumber(where: isPlain)
    case .call(let name, _, let arguments):
      isPlain(name) || arguments.contains { $0.value.holdsBareNumber(where: isPlain) }
    case .method(let receiver, _, _, _), .member(let receiver, _, _), .element(let receiver, _):
      receiver.holdsBareNumber(where: isPlain)
    case .list(let items): items.contains { $0.holdsBareNumber(where: isPlain) }
    }
  }
}
