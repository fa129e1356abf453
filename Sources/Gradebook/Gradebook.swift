import GRDB

/// The marks of a class in an SQLite file, which a kill at any moment leaves whole: what was
/// written in one transaction is there, or none of it.
public final class Gradebook {
  let pool: DatabasePool
  public let path: String

  /// Why a gradebook cannot be used.
  public enum Failure: Error, Hashable, Sendable {
    /// It is another kind of file, or a damaged one.
    case notAGradebook
    /// A later version of the program has made it.
    case newer
    /// Another program writes to it.
    case busy
    case full
    case forbidden
    case other(String)
  }

  /// Opens a gradebook, or makes one where there is none.
  public init(path: String) throws(Failure) {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    do {
      pool = try DatabasePool(path: path, configuration: configuration)
      let migrator = GradebookSchema.migrator
      try pool.writeWithoutTransaction { db in try Self.claim(db) }
      let isNewer = try pool.read { db in try migrator.hasBeenSuperseded(db) }
      if isNewer { throw Failure.newer }
      try migrator.migrate(pool)
    } catch {
      throw Failure(error)
    }
  }

  /// By this a file is known as a gradebook: `RKGB`.
  static let mark = 0x524B_4742

  /// Marks an empty database as a gradebook; one of another program stays as it is.
  private static func claim(_ db: Database) throws {
    if try Int.fetchOne(db, sql: "PRAGMA application_id") == mark { return }
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema")
    guard count == 0 else { throw Failure.notAGradebook }
    try db.execute(sql: "PRAGMA application_id = \(mark)")
  }

  /// Makes a copy, whole whatever others are writing meanwhile.
  public func copy(to path: String) throws(Failure) {
    do { try pool.backup(to: DatabaseQueue(path: path)) } catch { throw Failure(error) }
  }

  func write<Result>(_ body: (Database) throws -> Result) throws(Failure) -> Result {
    do {
      return try pool.writeWithoutTransaction { db in
        var result: Result?
        try db.inTransaction(.immediate) {
          result = try body(db)
          return .commit
        }
        guard let result else { preconditionFailure("a transaction that was committed has run") }
        return result
      }
    } catch { throw Failure(error) }
  }

  func read<Result>(_ body: (Database) throws -> Result) throws(Failure) -> Result {
    do { return try pool.read(body) } catch { throw Failure(error) }
  }
}

extension Gradebook.Failure {
  /// What an error of the database means for whoever uses the gradebook.
  public init(_ error: any Error) {
    if let failure = error as? Self {
      self = failure
      return
    }
    guard let error = error as? DatabaseError else {
      self = .other("\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .notAGradebook
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    // A limit of the system's on the size of files comes as an error of writing.
    case .SQLITE_FULL, .SQLITE_IOERR: self = .full
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .forbidden
    default: self = .other(error.message ?? "\(error.resultCode)")
    }
  }
}
