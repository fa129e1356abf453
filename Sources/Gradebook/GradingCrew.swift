import Files
import Foundation
import Submissions

/// Threads that grade, each with its own opened exercises.
///
/// The lock guards all that changes; jobs and results are values.
final class GradingCrew: @unchecked Sendable {
  /// A student's notebooks to be graded together.
  struct Job: Sendable {
    var student: String
    var files: [CountingFile]
    var texts: [String]
    /// Digests of what the grades depend on, by exercise; those of grades that stand are left out.
    var inputs: [String: String]
  }

  private let lock = NSCondition()
  private var jobs: [Job] = []
  private var next = 0
  private var results: [PlacedGrade] = []
  private var isOver = false
  /// Jobs that were handed in and have no result yet.
  private var open = 0
  private var finished = 0
  private let capacity: Int
  private let version: String
  private let watch: SlotFile?

  /// Bytes of a thread's stack: what the parser and the evaluator go into deepest takes a small
  /// part of it.
  private static let stackSize = 64 << 20

  init(
    count: Int, version: String, watch: SlotFile? = nil,
    makeGrader: @escaping @Sendable () -> SubmissionGrader
  ) {
    capacity = 64 * count
    self.version = version
    self.watch = watch
    for number in 1...max(1, count) {
      let thread = Thread { [self] in work(makeGrader(), slot: number) }
      thread.stackSize = Self.stackSize
      thread.start()
    }
  }

  private func work(_ grader: SubmissionGrader, slot: Int) {
    while let job = take() {
      watch?.set(job.student, at: slot)
      let submission = Submission(
        notebooks: zip(job.files, job.texts).map {
          Submission.Notebook(name: $0.name, text: $1, submitted: $0.submitted)
        })
      let works = grader.grade(submission)
      let grades = zip(job.files, works).compactMap { file, work in
        job.inputs[file.exercise].flatMap { input in
          GradeRecord(work, student: job.student).map {
            PlacedGrade(
              record: $0, file: file.path, notebook: file.digest, version: version, input: input)
          }
        }
      }
      lock.withLock {
        results += grades
        open -= 1
        finished += 1
        lock.broadcast()
      }
    }
  }

  private func take() -> Job? {
    lock.withLock {
      while next == jobs.count, !isOver { lock.wait() }
      guard next < jobs.count else { return nil }
      let job = jobs[next]
      next += 1
      if next == jobs.count {
        jobs.removeAll(keepingCapacity: true)
        next = 0
      }
      lock.broadcast()
      return job
    }
  }

  /// Hands a job in, once there is room for it; returns what is ready.
  func add(_ job: Job) -> (grades: [PlacedGrade], finished: Int) {
    lock.withLock {
      while jobs.count - next >= capacity { lock.wait() }
      jobs.append(job)
      open += 1
      lock.broadcast()
      return taken()
    }
  }

  /// Waits for a while, and returns what is ready; nil once nothing is left.
  func wait() -> (grades: [PlacedGrade], finished: Int)? {
    lock.withLock {
      if open == 0, results.isEmpty { return nil }
      if open > 0 { _ = lock.wait(until: Date(timeIntervalSinceNow: 0.1)) }
      return taken()
    }
  }

  /// Lets the threads end once they have done what was handed in.
  func end() {
    lock.withLock {
      isOver = true
      lock.broadcast()
    }
  }

  private func taken() -> (grades: [PlacedGrade], finished: Int) {
    let taken = results
    results = []
    return (taken, finished)
  }
}
