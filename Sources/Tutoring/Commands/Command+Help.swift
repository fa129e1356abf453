extension Command {
  static let help = Command("help", "this list", heedsMore: true) { _, _ in [.commands] }
}
