import Diagnostics
import Files
import Foundation
import GRDB

/// The marks of a class in an SQLite file, which a kill at any moment leaves whole: what was
/// written in one transaction is there, or none of it.
public final class Gradebook {
  let database: any DatabaseWriter
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

  /// What is done where there is none, or where it cannot be written.
  public enum Opening: Sendable {
    /// An empty one is made.
    case making
    /// It has to be there; one that cannot be written is read alone.
    case existing
  }

  /// Opens a gradebook, or makes one where there is none.
  public init(path: String, _ opening: Opening = .making) throws(Failure) {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    do {
      // Another program's file is not so much as touched.
      let kind = try Self.kind(of: path)
      if kind == .empty, opening == .existing { throw Failure.notAGradebook }
      do {
        let pool = try DatabasePool(path: path, configuration: configuration)
        if kind != .gradebook { try pool.writeWithoutTransaction { db in try Self.claim(db) } }
        database = pool
      } catch  where opening == .existing && Failure(error) == .forbidden {
        database = try Self.reader(path)
      }
      let migrator = GradebookSchema.migrator
      if try database.read({ db in try migrator.hasBeenSuperseded(db) }) { throw Failure.newer }
      if try database.read({ db in try !migrator.hasCompletedMigrations(db) }) {
        try migrator.migrate(database)
      }
    } catch {
      throw Failure(error)
    }
  }

  private enum Kind { case gradebook, empty, begun }

  /// What a file is, by its first bytes; one of another program is refused.
  private static func kind(of path: String) throws -> Kind {
    let length = 105
    guard let bytes = try? FileSystem.head(of: path, count: length), !bytes.isEmpty else {
      return .empty
    }
    // The format's first bytes, and its field for the application's number (sqlite.org/fileformat2).
    guard bytes.count == length, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw Failure.notAGradebook
    }
    if bytes[68..<72].reduce(0, { $0 << 8 | Int($1) }) == mark { return .gradebook }
    // A run that was killed as it began may have left the number in the log beside it, or have come to
    // no more than a database without tables: a first page that is a leaf without cells.
    if FileSystem.isTaken(path + "-wal") { return .begun }
    guard bytes[100] == 0x0D, bytes[103] == 0, bytes[104] == 0 else { throw Failure.notAGradebook }
    return .empty
  }

  /// A file that nobody writes to now, where nothing can be written beside it either.
  private static func reader(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    let name = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    return try DatabaseQueue(path: "file:\(name)?immutable=1", configuration: configuration)
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
    do { try database.backup(to: DatabaseQueue(path: path)) } catch { throw Failure(error) }
  }

  func write<Result>(_ body: (Database) throws -> Result) throws(Failure) -> Result {
    do {
      return try database.writeWithoutTransaction { db in
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
    do { return try database.read(body) } catch { throw Failure(error) }
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
