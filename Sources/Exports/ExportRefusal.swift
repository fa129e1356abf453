import SeparatedValues

/// Why nothing can be made.
public enum ExportRefusal: Error, Hashable, Sendable {
  case unreadableTable(String, CellTableFault)
  /// No heading says where the students stand.
  case withoutStudents(String, found: [String])
  /// It is no worksheet of Moodle, or one in which nothing tells for sure what stands where.
  case notAWorksheet(String, found: [String])
  /// A worksheet without a column that Moodle asks for.
  case incompleteWorksheet(String, lacks: String)
  /// Marks by a scale of words, which points cannot be made into.
  case scale(String)
  /// Canvas' gradebook has no column, or several, for the exercise.
  case columnUnclear(title: String, among: [String])
  case readOnlyColumn(String)
  /// A mark cannot be scaled where all questions are worth nothing.
  case withoutPoints
  /// Nobody would be in it, for these reasons.
  case nobody([ExportNotice])
  /// The program was built for another kind of machine than the platform has.
  case otherMachine(found: String, wanted: String)
  /// It needs a later version of a library than any image has.
  case tooNew(file: String, library: String, version: String, images: [GraderImage])
  /// Not on this system.
  case onlyOnLinux
  case missingFile(String)
  /// Two exercises where one is wanted.
  case oneExercise
}
