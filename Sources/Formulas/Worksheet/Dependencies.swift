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

  private mutating func collect(_ expression: Expression, hidden: Set<String>) {
    switch expression.kind {
    case .number, .text, .truth: break
    case .name(let name): if !hidden.contains(name) { names.insert(name) }
    case .unitWord(let word):
      units.insert(word)
      // The `pi` of `2 pi`, which a name may hide.
      if BuiltinConstant.isConstant(word), !hidden.contains(word) { names.insert(word) }
    case .implicit(let left, let right), .binary(_, let left, let right),
      .conversion(let left, let right):
      collect(left, hidden: hidden)
      collect(right, hidden: hidden)
    case .negation(let inner), .not(let inner), .group(let inner):
      collect(inner, hidden: hidden)
    case .conditional(let then, let condition, let otherwise):
      for part in [then, condition, otherwise] { collect(part, hidden: hidden) }
    case .call(let name, _, let arguments):
      if !hidden.contains(name) { names.insert(name) }
      for argument in arguments { collect(argument.value, hidden: hidden) }
    case .method(let receiver, _, _, let arguments):
      collect(receiver, hidden: hidden)
      for argument in arguments { collect(argument.value, hidden: hidden) }
    case .member(let receiver, let name, _):
      if case .name(let table) = receiver.kind, !hidden.contains(table) {
        columns.insert(Column(table: table, column: name))
      } else {
        collect(receiver, hidden: hidden)
      }
    case .element(let receiver, let element):
      if case .name(let table) = receiver.kind, case .text(let column) = element.kind,
        !hidden.contains(table)
      {
        columns.insert(Column(table: table, column: column))
      } else {
        collect(receiver, hidden: hidden)
        collect(element, hidden: hidden)
      }
    case .list(let items):
      for item in items { collect(item, hidden: hidden) }
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
