import Diagnostics
import Exercises
import Files
import MarkdownReading
import TextLayout

extension Command {
  static let image = Command(
    "image", argument: "name", "a picture of the question, where the terminal shows pictures",
    completes: { session, _ in session.pictures(of: session.question).map(\.destination) },
    run: { $0.image($1) })
}

/// `:image`, the pictures that texts name.
extension Session {
  /// Bytes of a picture that are sent to a terminal.
  private static let mostPictureBytes = 4 << 20

  fileprivate func image(_ argument: String) -> [SessionEvent] {
    let here = pictures(of: question)
    if argument.isEmpty {
      if here.count == 1 { return [.picture(show(here[0]))] }
      guard here.isEmpty else { return [.picture(.several(here))] }
      let others = exercise.questions.filter { !pictures(of: $0).isEmpty }.map(\.id)
      return [
        .picture(.noneHere(others: others, introduction: pictures(in: exercise.introduction)))
      ]
    }
    // The course's text lies in the same folder.
    let all =
      here + pictures(in: exercise.introduction) + exercise.questions.flatMap(pictures)
      + pictures(in: opened.course?.background ?? "")
    if let number = Int(argument), number > 0, number <= here.count {
      return [.picture(show(here[number - 1]))]
    }
    let word = argument.lowercased()
    let found =
      all.first { $0.destination == argument || FileSystem.name(of: $0.destination) == argument }
      ?? all.first { picture in
        FileSystem.name(of: picture.destination).lowercased().hasPrefix(word)
          || picture.description.lowercased().contains(word)
      }
    guard let found else { return [.picture(.unknown(argument, here))] }
    return [.picture(show(found))]
  }

  fileprivate func pictures(of question: Question) -> [NamedPicture] {
    pictures(in: question.prompt)
  }

  private func pictures(in text: String) -> [NamedPicture] {
    text.contains("![") ? readMarkdown(text).pictures : []
  }

  /// Sends a picture to the terminal, if it may be read and the terminal takes it.
  private func show(_ picture: NamedPicture) -> PictureMessage {
    let home = FileSystem.folder(of: exercise.file)
    guard let path = FileSystem.confinedPath(picture.destination, within: home) else {
      return .notShown(picture, .outside, path: picture.destination)
    }
    guard FileSystem.isPlainFile(path) else { return .notShown(picture, .missing, path: path) }
    guard let show = environment.showPicture else {
      return .notShown(picture, .terminal, path: path)
    }
    do {
      let bytes = try FileSystem.read(path, limit: Self.mostPictureBytes).bytes
      return show(bytes).map { .notShown(picture, $0, path: path) } ?? .shown(picture)
    } catch {
      if case .tooLarge = error { return .notShown(picture, .tooLarge, path: path) }
      return .notShown(picture, .missing, path: path)
    }
  }
}
