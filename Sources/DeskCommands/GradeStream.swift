import Files
import ReckonCommands
import Reports
import Submissions

/// The filter that engines start: a record a line in, what came of it out, in order and none left
/// out. It reads nothing but its input and the exercises, and no clock.
struct GradeStream {
  let grader: SubmissionGrader
  let console: Console

  func run() throws(Status) {
    let input = StandardInput(limit: SubmissionRecord.lineLimit)
    while let line = input.nextLine(idle: console.flush) {
      switch line {
      case .tooLong: show(.null, .tooLong(limit: SubmissionRecord.lineLimit))
      case .bytes(let bytes):
        let isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        if isBlank { continue }
        let reading = SubmissionRecord.read(bytes)
        switch reading.submission {
        case .failure(let fault): show(reading.id, fault)
        case .success(let submission):
          let works = grader.grade(submission)
          console.show(
            SubmissionJSON.value(id: reading.id, submission, works, version: Version.text))
        }
      }
    }
    try console.finish()
  }

  private func show(_ id: JSONValue, _ fault: SubmissionRecord.Fault) {
    console.show(SubmissionJSON.value(id: id, fault: fault, version: Version.text))
  }
}
