import TextLayout

/// What is said of pictures.
public enum PictureMessage {
  /// Why a picture is not shown.
  public enum Trouble: Hashable, Sendable {
    /// The terminal shows none, or none of this format; the file is at the path.
    case terminal(path: String)
    case format(path: String)
    case missing, outside, tooLarge
  }

  /// The question at hand has none; others may.
  case noneHere(others: [String])
  case several([NamedPicture])
  case shown(NamedPicture)
  case notShown(NamedPicture, Trouble)
  case unknown(String, [NamedPicture])
}
