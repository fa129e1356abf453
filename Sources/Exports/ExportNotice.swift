import Gradebook

/// What an assistant has to know of an export before it is uploaded; `ExportWording` has the words.
public enum ExportNotice: Hashable, Sendable {
  /// Names of students, for a message.
  public typealias Names = [String]

  // Students who are left out.

  /// They have a mark, and do not stand in the list of the platform; nil for the roster.
  case unknown(Names, in: String?)
  /// Several may be meant.
  case unclear(Names, in: String)
  /// The number of the submission is somebody else's in the list.
  case otherAssignment(Names, in: String)
  /// Nothing to know them by.
  case withoutKey(Names, MarkOrder.Key)
  /// Two of them are known by the same.
  case sharedKey(Names, MarkOrder.Key)
  /// No number of a submission, by which Moodle tells whose a file is.
  case withoutSubmission(Names)
  /// Their marks are above the maximum of the platform, which passes them over.
  case aboveMaximum(Names, maximum: String)
  /// The platform says that their marks cannot be changed.
  case locked(Names)
  /// Their rows have more or fewer cells than the headings; counted from 1.
  case raggedRows([Int], in: String)
  /// Marks that Moodle's import does not take, which stops it.
  case aboveHundred(Names)

  // What else is to be known.

  /// Students some of whose points are provisional, or wait.
  case unsettled(Int, MarkRule.Unconfirmed)
  /// They have handed in something, and have no mark.
  case unmarked(Names)
  /// Marks that are there already and become others.
  case replaced(Names, inWorksheet: Bool)
  /// A person's comments stand there already, and stay.
  case commented(Names)
  /// The platform's maximum is another than that of the marks.
  case otherMaximum(theirs: String, own: String)
  /// Columns that were taken in a language that is not known here, by what stands in them.
  case guessed(columns: [String])
  /// Whether marks may be changed differs from student to student, in a language that is not known.
  case maybeLocked(column: String)
  /// Comments are left as they are: nothing tells for sure which column has them.
  case withoutComments
  /// Canvas makes a new assignment of the column.
  case newAssignment(String)
  /// On which image a grader runs.
  case image(GraderImage)

  /// Whether there are students who are not in what was made and should be.
  var leavesStudentsOut: Bool {
    switch self {
    case .unknown, .unclear, .otherAssignment, .withoutKey, .sharedKey, .withoutSubmission,
      .aboveMaximum, .locked, .raggedRows, .aboveHundred:
      true
    case .unsettled, .unmarked, .replaced, .commented, .otherMaximum, .guessed, .maybeLocked,
      .withoutComments,
      .newAssignment, .image:
      false
    }
  }
}
