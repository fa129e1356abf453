/// A figure with a name of its own that students' formulas may use.
public struct Constant: Hashable, Sendable {
  public var name: String
  /// A formula, which may use constants before it.
  public var value: AuthorFormula
  /// What it is of, such as `an average passenger car`.
  public var what: String?
  /// Where the figure is from, for readers.
  public var source: String?
  /// The file that declares it: the exercise's or the course's.
  public var file: String

  public init(
    name: String, value: AuthorFormula, what: String? = nil, source: String? = nil, file: String
  ) {
    self.name = name
    self.value = value
    self.what = what
    self.source = source
    self.file = file
  }
}

/// What an amount of something is compared with, to make it concrete.
public struct Equivalency: Hashable, Sendable {
  /// Amounts that convert to this unit are compared.
  public var unit: AuthorFormula
  /// Markdown on one line, whose formulas call the amount `amount`.
  public var text: LiveText
  /// Names of the student's that it needs, with the unit of each in the place of a formula.
  public var uses: [Given]
  /// Nil where the constants that it uses say where their figures come from.
  public var source: String?
  /// The file that declares it: the exercise's or the course's.
  public var file: String

  /// The name by which its formulas call what is compared.
  public static let amount = "amount"

  public init(
    unit: AuthorFormula, text: LiveText, uses: [Given] = [], source: String? = nil, file: String
  ) {
    self.unit = unit
    self.text = text
    self.uses = uses
    self.source = source
    self.file = file
  }
}

extension Exercise {
  /// Takes over what a course declares for all its exercises, save what the exercise declares
  /// itself.
  public mutating func adopt(_ course: Course) {
    let isOther = course.file != file
    units += course.units.filter { unit in !units.contains { $0.name == unit.name } }.map { unit in
      UnitDeclaration(
        name: unit.name, plural: unit.plural, kind: unit.kind, line: isOther ? 1 : unit.line)
    }
    // A constant may build on those before it, so the course's come first.
    constants =
      course.constants.filter { other in !constants.contains { $0.name == other.name } } + constants
    equivalencies += course.equivalencies
  }
}
