/// What one statement may use at most, so that no input runs away.
public struct Budget: Sendable {
  /// Elements of columns gone through; an operation counts as 16.
  public var steps: Int
  /// Elements of a column or list.
  public var elements: Int
  /// Calls of functions within one another.
  public var calls: Int
  /// Elements that the values of all names may have together.
  public var kept: Int

  /// The one for every notebook, so that a line means the same at the prompt and in a class's worth
  /// of notebooks, which have to be graded in a moment and in little memory: 20 MB at once for the
  /// statement, 80 MB for all names.
  public static let standard = Budget(steps: 2_500_000, elements: 1_000_000, calls: 60)

  /// That of a person who computes for himself: a statement takes a second or two at the worst, and
  /// 320 MB at once, as do all names.
  public static let calculator = Budget(
    steps: 40_000_000, elements: 10_000_000, calls: 60, kept: 40_000_000)

  /// - Parameters: as the properties say; a budget for a test may be small.
  public init(steps: Int, elements: Int, calls: Int, kept: Int = 10_000_000) {
    self.steps = steps
    self.elements = elements
    self.calls = calls
    self.kept = kept
  }
}

/// What is left of a budget, shared by all that one statement sets going.
final class Meter {
  let budget: Budget
  var steps: Int
  /// Formulas being computed within one another, through names and functions too.
  var depth = 0
  /// Steps that are left for all statements of a notebook that is being loaded.
  private var reserve: Int?
  /// Steps given at the last refill.
  private var granted = 0
  /// Steps taken up to the last refill.
  private var settled = 0
  /// Misspelt words for which a better one may still be sought: a notebook full of them gets
  /// none for most.
  private var searches = 0

  /// Bounds the stack: a level takes a few kilobytes of it in a debug build.
  static let depthLimit = 700
  /// Steps of an operation, beside those of the elements it goes through.
  static let operationCost = 16
  /// A whole notebook may use this many times the budget of a statement.
  static let notebookFactor = 10
  static let searchLimit = 40
  /// Names that one search goes through.
  private static let namesOfASearch = 250

  init(_ budget: Budget) {
    self.budget = budget
    steps = budget.steps
  }

  /// A new statement's budget, within what is left for the notebook.
  func refill() {
    settle()
    granted = min(budget.steps, reserve ?? budget.steps)
    steps = granted
    if reserve == nil { searches = Self.searchLimit }
  }

  /// Computes something with a budget of its own, leaving that of the statement as it is.
  func separately<Result>(_ body: () -> Result) -> Result {
    let outer = (steps: steps, granted: granted)
    granted = 0
    refill()
    defer {
      settle()
      (steps, granted) = outer
    }
    return body()
  }

  /// Computes something with few steps, leaving those of the statement as they are.
  func within<Result>(_ cost: Int, _ body: () -> Result) -> Result {
    let outer = (steps: steps, granted: granted)
    steps = min(budget.steps, cost)
    defer { (steps, granted) = outer }
    return body()
  }

  /// Steps that all statements have taken.
  var taken: Int { settled + max(0, granted - max(0, steps)) }

  private func settle() {
    let count = max(0, granted - max(0, steps))
    if let left = reserve { reserve = max(0, left - count) }
    settled += count
    granted = 0
  }

  /// Runs something for which all statements together have a budget.
  func together<Result>(steps: Int? = nil, _ body: () -> Result) -> Result {
    guard reserve == nil else { return body() }
    reserve = steps ?? budget.steps * Self.notebookFactor
    granted = 0
    searches = Self.searchLimit
    defer {
      settle()
      reserve = nil
    }
    return body()
  }

  /// Gives all statements together more steps, where they have a budget.
  func allow(_ more: Int) { reserve = reserve.map { $0 + more } }

  /// Whether the formula had fewer steps than its own because others have used them.
  var isShort: Bool { reserve != nil && granted < budget.steps }

  func mayLookForNames() -> Bool {
    searches -= 1
    return searches >= 0
  }

  /// Among many names a search counts for several.
  func looked(among count: Int) { searches -= count / Self.namesOfASearch }
}
