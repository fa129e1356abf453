/// Where something stands in a file.
struct SourceLocation: Hashable, Sendable {
  /// Counted from 1 in the file.
  var line: Int
  /// Unicode scalars, counted from 1; nil stands for the whole line.
  var column: Int?
  /// Unicode scalars; 0 reaches to the end of the line.
  var length = 0
}
