import Gradebook

extension ExportFormat {
  /// A file a student, to be sent or laid somewhere.
  static let feedback = ExportFormat(
    name: "feedback", makes: .folder,
    help: "a folder with a text and a page a student",
    maker: .marks { order throws(ExportRefusal) in
      var names = FileNames()
      var files: [Export.File] = []
      for student in order.marks.students where student.points != nil {
        guard let (markdown, page) = order.feedback(student.key) else { continue }
        let name = names.name(for: student)
        files.append(Export.File(path: name + ".md", bytes: Array(markdown.utf8)))
        files.append(Export.File(path: name + ".html", bytes: Array(page.utf8)))
      }
      if files.isEmpty { throw .nobody([]) }
      return Export(files: files, count: files.count / 2, notices: order.notices)
    })

  /// Moodle's feedback files: the student is told by a part of the path,
  /// `Full name_NUMBER_assignsubmission_file`, where NUMBER is the submission's
  /// (moodle: mod/assign/feedback/file/importziplib.php).
  static let moodleFeedback = ExportFormat(
    name: "moodle-feedback", makes: .zip, takes: [.worksheet],
    help: "a page a student, for Moodle's feedback files",
    maker: .marks { order throws(ExportRefusal) in
      var numbers: [String: PlatformList.Entry] = [:]
      var notices: [ExportNotice] = []
      if let file = order.worksheet {
        (numbers, notices) = try MoodleWorksheet.submissions(in: file, order)
      }
      var taken: Set<String> = []
      var nameless: [String] = []
      var files: [Export.File] = []
      for student in order.marks.students where student.points != nil {
        guard let (_, page) = order.feedback(student.key) else { continue }
        let number =
          order.worksheet == nil
          ? student.submission : numbers[student.key]?.submission ?? ""
        if number.isEmpty, order.worksheet != nil { continue }
        guard !number.isEmpty, taken.insert(number).inserted else {
          nameless.append(MarkOrder.name(student))
          continue
        }
        let name = numbers[student.key]?.name ?? student.name
        files.append(
          Export.File(
            path: "\(FileNames.moodle(name))_\(number)_assignsubmission_file/feedback.html",
            bytes: Array(page.utf8)))
      }
      if !nameless.isEmpty { notices.append(.withoutSubmission(nameless)) }
      if files.isEmpty { throw .nobody(notices) }
      return Export(files: files, count: files.count, notices: notices + order.notices)
    })
}
