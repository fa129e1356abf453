/// Where a student's notebook of an exercise lies.
public enum NotebookPath {
  public static let suffix = ".answers.md"

  public static func path(of exercise: String, in folder: String) -> String {
    let name = exercise + suffix
    return folder.isEmpty || folder == "." ? name : folder + "/" + name
  }
}
