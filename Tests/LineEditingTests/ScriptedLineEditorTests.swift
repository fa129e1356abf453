import Diagnostics
import LineEditing
import Testing

@Suite struct ScriptedLineEditorTests {
  @Test func inputsComeInOrderAndThenTheEnd() {
    let editor = ScriptedLineEditor([.line("a"), .interrupted])
    #expect(editor.readLine(prompt: "1> ") == .line("a"))
    #expect(editor.readLine(prompt: "2> ") == .interrupted)
    #expect(editor.readLine(prompt: "3> ") == .endOfInput)
    #expect(editor.prompts == ["1> ", "2> ", "3> "])
  }

  @Test func rememberedLinesAreNoted() {
    let editor = ScriptedLineEditor(lines: [])
    editor.remember("x = 1")
    #expect(editor.remembered == ["x = 1"])
  }

  @Test func tabAsksTheCompleter() {
    let editor = ScriptedLineEditor(lines: [])
    #expect(editor.pressTab(in: "ma") == .nothing)
    editor.completer = { line, cursor in
      Completion(start: 0, candidates: [.init(line + "\(cursor)")])
    }
    #expect(editor.pressTab(in: "ma") == .replacement(old: "ma", new: "ma2"))
  }
}
