import Diagnostics

/// What a box holds: of a right cell the model answer, and of a wrong one why it is wrong.
public struct SealContent: Hashable, Sendable {
  /// A model answer, or one row of it.
  public struct Reference: Hashable, Sendable {
    /// In the unit asked for: the model's own, then others that are accepted.
    public var accepted: [Double]
    public var tolerance: Tolerance
    /// Rows of the whole; 0 for a single number.
    public var rows: Int
    /// Units that the model answer is made of, by their symbols.
    public var parts: [String]
    /// Opens all rows at once; empty where each has a box of its own.
    public var key: [UInt8]

    public init(
      accepted: [Double], tolerance: Tolerance, rows: Int = 0, parts: [String] = [],
      key: [UInt8] = []
    ) {
      self.accepted = accepted
      self.tolerance = tolerance
      self.rows = rows
      self.parts = parts
      self.key = key
    }
  }

  /// An error that gives a value of this cell.
  public struct Slip: Hashable, Sendable {
    /// What it comes to in the unit asked for: a number, or those of the rows that are looked at.
    public var numbers: [Float]
    /// That a typed number needs, with its unit and bare; `never` for one that is not told.
    public var figures: Int
    public var bareFigures: Int
    public static let never = 0xFFFF
    /// Whether `message` is only the reason, as a part of a sentence.
    public var isClause: Bool
    public var message: String
    public var cause: Cause?
    /// Its place in the order in which errors are told of.
    public var rank: Int

    public init(
      numbers: [Float], figures: Int, bareFigures: Int, isClause: Bool, message: String,
      cause: Cause?, rank: Int = 0
    ) {
      self.numbers = numbers
      (self.figures, self.bareFigures) = (figures, bareFigures)
      self.isClause = isClause
      self.message = message
      self.cause = cause
      self.rank = rank
    }
  }

  /// Why, in the words of `check --json`.
  public struct Cause: Hashable, Sendable {
    public var kind: String
    public var names: [String]
    public var factor: Double?
    public var units: [String]
    /// Those that go with it.
    public var further: [Cause]

    public init(
      kind: String, names: [String], factor: Double?, units: [String] = [], further: [Cause] = []
    ) {
      self.kind = kind
      self.names = names
      self.factor = factor
      self.units = units
      self.further = further
    }
  }

  public var reference: Reference?
  public var slips: [Slip]

  public init(reference: Reference? = nil, slips: [Slip] = []) {
    self.reference = reference
    self.slips = slips
  }

  // MARK: Bytes

  /// Of a size that its content has; the box adds what makes all alike.
  public var bytes: [UInt8] {
    var out = SealWriter()
    out.add(each: [reference].compactMap { $0 }) { out, reference in
      out.add(each: reference.accepted) { $0.add($1) }
      reference.tolerance.write(&out)
      out.add(count: reference.rows >> 16)
      out.add(count: reference.rows & 0xFFFF)
      out.add(each: reference.parts) { $0.add($1) }
      out.add(raw: reference.key)
    }
    out.add(each: slips) { out, slip in
      out.add(each: slip.numbers) { $0.add($1) }
      out.add(count: slip.figures)
      out.add(count: slip.bareFigures)
      out.add(UInt8(slip.isClause ? 1 : 0))
      out.add(count: slip.rank)
      out.add(slip.message)
      out.add(each: [slip.cause].compactMap { $0 }) { Self.write($1, &$0) }
    }
    return out.bytes
  }

  /// Nil for what is none; what follows it is passed over.
  public init?(_ bytes: [UInt8]) {
    var reader = SealReader(bytes)
    guard let references = reader.list(Self.reference), let slips = reader.list(Self.slip) else {
      return nil
    }
    self.init(reference: references.first, slips: slips)
  }

  private static func reference(_ reader: inout SealReader) -> Reference? {
    guard let accepted = reader.list({ $0.double() }), !accepted.isEmpty,
      let tolerance = Tolerance(&reader), let high = reader.count(), let low = reader.count(),
      let parts = reader.list({ $0.text() }), let key = reader.raw()
    else { return nil }
    return Reference(
      accepted: accepted, tolerance: tolerance, rows: high << 16 | low, parts: parts, key: key)
  }

  private static func slip(_ reader: inout SealReader) -> Slip? {
    guard let numbers = reader.list({ $0.float() }), let figures = reader.count(),
      let bareFigures = reader.count(),
      let isClause = reader.byte(), let rank = reader.count(), let message = reader.text(),
      let causes = reader.list({ cause(&$0, depth: 0) })
    else { return nil }
    return Slip(
      numbers: numbers, figures: figures, bareFigures: bareFigures, isClause: isClause == 1,
      message: message, cause: causes.first, rank: rank)
  }

  private static func write(_ cause: Cause, _ out: inout SealWriter) {
    out.add(cause.kind)
    out.add(each: cause.names) { $0.add($1) }
    out.add(each: [cause.factor].compactMap { $0 }) { $0.add($1) }
    out.add(each: cause.units) { $0.add($1) }
    out.add(each: cause.further) { write($1, &$0) }
  }

  private static func cause(_ reader: inout SealReader, depth: Int) -> Cause? {
    guard depth < 3, let kind = reader.text(), let names = reader.list({ $0.text() }),
      let factors = reader.list({ $0.double() }), let units = reader.list({ $0.text() }),
      let further = reader.list({ cause(&$0, depth: depth + 1) })
    else { return nil }
    return Cause(
      kind: kind, names: names, factor: factors.first, units: units, further: further)
  }
}

/// All rows of a column, for a box of their own: a list for the model's, and one for each other that is
/// accepted.
public enum SealedColumn {
  public static func bytes(_ accepted: [[Double]]) -> [UInt8] {
    var out = SealWriter()
    out.add(count: accepted.count)
    for rows in accepted {
      out.add(count: rows.count >> 16)
      out.add(count: rows.count & 0xFFFF)
      for number in rows { out.add(number) }
    }
    return out.bytes
  }

  static func read(_ bytes: [UInt8]) -> [[Double]]? {
    var reader = SealReader(bytes)
    return reader.list { reader -> [Double]? in
      guard let high = reader.count(), let low = reader.count() else { return nil }
      var rows: [Double] = []
      for _ in 0..<(high << 16 | low) {
        guard let number = reader.double() else { return nil }
        rows.append(number)
      }
      return rows
    }
  }
}

extension Tolerance {
  fileprivate func write(_ out: inout SealWriter) {
    func add(_ kind: UInt8, _ first: Double, _ second: Double = 0) {
      out.add(kind)
      out.add(first)
      out.add(second)
    }
    switch self {
    case .relative(let share): add(0, share)
    case .absolute(let size): add(1, size)
    case .degrees(let share, let least): add(2, share, least)
    case .figures(let count): add(3, Double(count))
    case .range(let low, let high): add(4, low, high)
    case .factor(let factor): add(5, factor)
    }
  }

  fileprivate init?(_ reader: inout SealReader) {
    guard let kind = reader.byte(), let first = reader.double(), let second = reader.double() else {
      return nil
    }
    switch kind {
    case 0: self = .relative(first)
    case 1: self = .absolute(first)
    case 2: self = .degrees(share: first, least: second)
    case 3:
      guard let count = Int(exactly: first), (1...15).contains(count) else { return nil }
      self = .figures(count)
    case 4: self = .range(first, second)
    case 5: self = .factor(first)
    case _: return nil
    }
  }
}
