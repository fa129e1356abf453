import Diagnostics
import TextLayout
import Tutoring

/// Their words, in alphabetical order.
extension PictureMessage {
  var text: StyledText {
    switch self {
    case .noneHere(let others, let introduction):
      StyledText(
        "This question has no picture."
          + (others.isEmpty
            ? "" : " \(enumeration(others)) \(others.count == 1 ? "has" : "have") one.")
          + (introduction.isEmpty
            ? ""
            : " The introduction has \(introduction.count == 1 ? "one" : "some"): "
              + introduction.map { "`:image \(onOneLine($0.destination))`" }
              .joined(separator: ", ") + "."))
    case .notShown(let picture, let trouble, let path):
      Self.said(of: picture) + StyledText(Self.why(trouble, onOneLine(path)))
    case .several(let pictures):
      StyledText("Which picture? " + Self.list(pictures))
    case .shown(let picture): Self.said(of: picture)
    case .unknown(let name, let here):
      StyledText("There is no picture `\(onOneLine(name))`. ")
        + StyledText(here.isEmpty ? "This question has none." : Self.list(here))
    }
  }

  static func offer(count: Int) -> StyledText {
    StyledText(
      count == 1
        ? "`:image` shows the picture, where the terminal can."
        : "`:image 1` to `:image \(count)` show the pictures, where the terminal can.", .dim)
  }

  /// Its file, and what it shows.
  private static func said(of picture: NamedPicture) -> StyledText {
    let description = onOneLine(picture.description)
    return StyledText("`\(onOneLine(picture.destination))`")
      + StyledText(description.isEmpty ? ". " : ": \(description). ")
  }

  private static func list(_ pictures: [NamedPicture]) -> String {
    pictures.enumerated().map { index, picture in
      "`:image \(index + 1)` \(onOneLine(picture.description))"
    }.joined(separator: ", ") + "."
  }

  private static func why(_ trouble: Trouble, _ path: String) -> String {
    switch trouble {
    case .format: "This terminal shows no pictures of its format; the file is `\(path)`."
    case .missing: "The file is not there, or cannot be read."
    case .outside: "It is not within the exercise's folder, so it is not shown."
    case .programFailed: "`img2sixel` could make nothing of it; the file is `\(path)`."
    case .programMissing:
      "To show it here, install `img2sixel` (on Debian `apt install libsixel-bin`); the file is "
        + "`\(path)`."
    case .terminal: "No picture can be shown in this terminal; the file is `\(path)`."
    case .tooLarge: "It is too large to be shown here."
    }
  }
}
