import TextLayout

/// What is said of pictures.
public enum PictureMessage {
  /// Why a picture is not shown.
  public enum Trouble: Hashable, Sendable {
    /// The terminal shows none, or none of this format.
    case terminal, format
    /// Another program makes of it what the terminal shows, and is not there, or has failed.
    case programMissing, programFailed
    case missing, outside, tooLarge
  }

  /// The question at hand has none; others may.
  case noneHere(others: [String], introduction: [NamedPicture])
  case several([NamedPicture])
  case shown(NamedPicture)
  /// The path is that of the file.
  case notShown(NamedPicture, Trouble, path: String)
  case unknown(String, [NamedPicture])
}
