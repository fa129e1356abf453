import TextLayout
import Tutoring

/// Their words, in alphabetical order.
extension FileMessage {
  var text: StyledText {
    switch self {
    case .changedOutside:
      StyledText("The notebook was changed outside this session and has been read anew.", .notice)
    case .deletedOutside(let file):
      StyledText("\(file) was deleted outside this session; it is written anew.", .notice)
    case .emptiedOutside(let file):
      StyledText(
        "\(file) was emptied outside this session; your work is written into it again.", .notice)
    case .goneOutside(let names, let copy):
      StyledText(
        "\(NameWording.shortened(names)) \(names.count == 1 ? "is" : "are") not in it any more; the notebook as "
          + "it was is kept as \(copy), and `:undo` brings it back.", .notice)
    case .leftBeside(let file, let notebook):
      StyledText(
        "\(file) holds work that could not be saved in \(notebook). Copy from it what you need, "
          + "then delete it or move it away.", .notice)
    case .savedAgain(let file): StyledText("Your work is saved in \(file) again.", .notice)
    case .savedBeside(let file): StyledText("Your work is saved in \(file).", .notice)
    case .theirsKept(let file, let copy):
      StyledText(
        "\(file) was changed outside this session before your lines could be saved; what stood there "
          + "is kept as \(copy).", .notice)
    }
  }

}
