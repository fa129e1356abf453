import Gradebook
import Quantities

/// What of a student's points becomes the mark, and how it is written.
public struct MarkRule: Sendable {
  /// What becomes of points that no person has confirmed yet.
  public enum Unconfirmed: Sendable {
    /// They count.
    case counted
    /// They do not; points that are sure do.
    case left
    /// Who has any gets no mark yet.
    case withoutMark
  }

  /// What stands between whole digits and decimals.
  public enum DecimalSign: String, CaseIterable, Sendable { case point, comma }

  public var unconfirmed = Unconfirmed.counted
  /// The mark for all points; nil where the mark is the points.
  public var maximum: Double?
  /// At most; from 0 to 5.
  public var decimals = 2
  /// Nil where the format says.
  public var sign: DecimalSign?
  /// Whether those who have handed nothing in get 0.
  public var missingIsZero = false

  public init() {}

  /// Digits beyond which a computed mark has only noise.
  private static let exactFigures = 12

  /// Of a whole exercise; nil where the student has no mark.
  func mark(of student: ClassMarks.Student, in marks: ClassMarks) -> Double? {
    guard let points = student.points else {
      return missingIsZero && student.standing == nil ? 0 : nil
    }
    if unconfirmed == .withoutMark, points.isOpen { return nil }
    return scaled(self.points(points), in: marks)
  }

  /// Points that count, of a question or of the whole.
  func points(_ points: ClassMarks.Points) -> Double {
    unconfirmed == .left ? points.score : points.score + points.provisional
  }

  /// The mark for points.
  func scaled(_ points: Double, in marks: ClassMarks) -> Double {
    guard let maximum, marks.maximum > 0 else { return points }
    return points * maximum / marks.maximum
  }

  /// The mark for all points.
  func maximum(of marks: ClassMarks) -> Double { maximum ?? marks.maximum }

  /// With decimals as they are needed, rounded half away from zero on what a person would write
  /// down, so that 0.285 becomes 0.29 though the double next to it is a little less.
  func text(_ mark: Double, sign: DecimalSign = .point) -> String {
    let clean = NumberFormat.rounded(mark, figures: Self.exactFigures)
    guard clean.isFinite, clean != 0 else { return "0" }
    let kept = NumberFormat.leadingPower(clean) + 1 + decimals
    let rounded = kept < 0 ? 0 : NumberFormat.rounded(clean, figures: kept)
    let text = NumberFormat(digits: 15, shortDigits: 15, groupSeparator: nil).string(rounded)
    return (self.sign ?? sign) == .comma ? text.replacing(".", with: ",") : text
  }
}
