import Files

extension HealthCheck {
  static let editor = HealthCheck(id: "editor", title: "Editor") { _ in
    guard let (command, variable) = TextEditor.named else {
      return TextEditor.atHand.map(DoctorWording.editor) ?? DoctorWording.noEditor
    }
    let word = TextEditor.word(of: command)
    let isThere =
      word.contains("/") ? FileSystem.isExecutable(word) : ChildProgram.path(of: word) != nil
    return isThere
      ? DoctorWording.editor(command) : DoctorWording.missingEditor(word, variable: variable)
  }

  /// Bytes below which a save may not fit, with all that else is written meanwhile.
  private static let leastSpace = 16 << 20

  static let folder = HealthCheck(id: "folder", title: "Folder") { _ in
    let path = FileSystem.realPath(".") ?? "."
    if let refusal = FileSystem.refusal(in: ".") {
      return DoctorWording.unwritableFolder(path, refusal)
    }
    let free = FileSystem.freeBytes(in: ".")
    if let free, free < leastSpace { return DoctorWording.fullFolder(path, free: free) }
    return DoctorWording.folder(path, free: free)
  }

  static let temporary = HealthCheck(id: "temporary", title: "Temporary") { _ in
    let folder = ChildProgram.temporaryFolder
    return FileSystem.refusal(in: folder) == nil
      ? DoctorWording.temporary(folder) : DoctorWording.unwritableTemporary(folder)
  }

  static let history = HealthCheck(id: "history", title: "History") { _ in
    guard let path = Tutor.historyFile else { return DoctorWording.noHistory }
    return FileSystem.canBeMade(FileSystem.folder(of: path))
      ? DoctorWording.history(path) : DoctorWording.unwritableHistory(path)
  }
}
