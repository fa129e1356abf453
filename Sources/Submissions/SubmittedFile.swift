import Files

/// A file that was handed in, as it was found.
public struct SubmittedFile: Sendable {
  /// Where it was found, below what was named; within a zip file, behind its name.
  public var path: String
  /// Its name without its folders, and without what the learning platform put before it.
  public var name: String
  public var owner: Owner
  /// By the clock of the learning platform; nil where nothing tells.
  public var submitted: SubmissionTime?
  public var content: Result<[UInt8], Trouble>

  public init(
    path: String, name: String, owner: Owner, submitted: SubmissionTime? = nil,
    content: Result<[UInt8], Trouble>
  ) {
    (self.path, self.name, self.owner) = (path, name, owner)
    (self.submitted, self.content) = (submitted, content)
  }

  /// Whose it is by the place where it lies.
  public enum Owner: Hashable, Sendable {
    /// By the learning platform, which knows the name; `id` is the submission's.
    case platform(name: String, id: String)
    /// By a folder that somebody has named after the student.
    case folder(String)
    /// Nothing tells but the file itself.
    case unknown
  }

  /// Why the content of a file is not at hand.
  public enum Trouble: Error, Hashable, Sendable {
    case file(FileError)
    case archive(ZipReader.Failure)
    /// A link, which might lead anywhere.
    case link
    /// A device, a pipe.
    case special
    /// A folder that cannot be read, or that lies too deep.
    case folder
    /// A zip within zips within zips.
    case nested
    /// One zip of a student holds more than is looked into.
    case crowded
    /// By its name it is another kind of file.
    case otherKind
  }
}
