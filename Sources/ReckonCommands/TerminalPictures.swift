import Files
import LineEditing
import TextLayout
import TutorTerminal
import Tutoring

/// Shows pictures in the terminal, as it takes them.
final class TerminalPictures {
  private let console: Console
  private let editor: LibeditLineEditor
  /// What the terminal takes; it is asked only once a picture is.
  private lazy var taken = PictureProtocol(
    environment: Console.environment, attributes: editor.deviceAttributes)

  /// What makes sixels of a file, and bounds to what it may print and how long it may take.
  private static let program = "img2sixel"
  private static let mostSixels = 8 << 20
  private static let seconds = 10

  init(_ console: Console, _ editor: LibeditLineEditor) {
    (self.console, self.editor) = (console, editor)
  }

  /// Why it is not shown; nil where it is.
  func show(_ picture: [UInt8]) -> PictureMessage.Trouble? {
    // The terminal is asked after what stands above.
    console.flush()
    guard let taken else { return .terminal }
    if taken == .sixel { return showSixels(of: picture) }
    guard let sequence = taken.sequence(picture, columns: console.width) else { return .format }
    console.showPicture(sequence)
    return nil
  }

  private func showSixels(of picture: [UInt8]) -> PictureMessage.Trouble? {
    guard let program = ChildProgram.path(of: Self.program) else { return .programMissing }
    // The very bytes that were read, under a path that can be no option and no address.
    let printed = FileSystem.withTemporaryFile(
      named: "picture", in: ChildProgram.temporaryFolder
    ) { path -> ChildProgram.Printed in
      guard (try? FileSystem.replace(path, with: picture)) != nil else { return .nothing }
      let width = console.width * console.cellWidth
      func sixels(_ size: [String]) -> ChildProgram.Printed {
        // Of a picture that moves the first one alone; on white, as on a page, where it lets through.
        ChildProgram.output(
          of: program, ["-S", "-B", "#fff"] + size + [path], limit: Self.mostSixels,
          seconds: Self.seconds)
      }
      let own = PictureFormat.widthOfPNG(picture).map { $0 > width } == true ? .tooMuch : sixels([])
      if case .all(let bytes) = own,
        PictureProtocol.sixelSequence(bytes)?.width.map({ $0 <= width }) ?? true
      {
        return own
      }
      return own == .nothing ? own : sixels(["-w", "\(width)"])
    }
    switch printed {
    case .all(let bytes)?:
      guard let sixels = PictureProtocol.sixelSequence(bytes) else { return .programFailed }
      console.showPicture(sixels.sequence)
      return nil
    case .tooMuch?: return .tooLarge
    case .nothing?, nil: return .programFailed
    }
  }
}
