import Testing

@testable import Tutoring

/// What plain words are taken for.
struct IntentTests {
  /// A command and what someone may say who wants it.
  private static let said: [(meant: String, lines: String)] = [
    (
      "help",
      "help;HELP!;please help me;can you help me?;commands;what commands are there;how does this work"
    ),
    (
      "guidance",
      """
      what do I do;What do i do now?;what should I do;what now;what am I supposed to do here?;?;??
      how do I start;where do i start;I am stuck;i'm stuck;I’m so stuck;i don't understand
      I do not understand this question;I don't get it;no idea;i have no clue;idk;i dont know what to do
      where do I type my answer;explain the question please;what is being asked;i can't solve this
      this is too hard;hello;I have no idea what to do;how do I answer this?;what should i write here
      je ne comprends pas;ich verstehe das nicht;tell me what to do;I'm lost
      """
    ),
    (
      "hint",
      """
      hint;Hint please;can i get a hint;Could I have another hint, please?;give me a hint;i need a hint
      any hints?;a tip please;show me a hint;next hint;may I have a hint for this question;more hints
      """
    ),
    (
      "answer",
      "what is the answer;show me the solution;just tell me the answer;give me the right answer"
    ),
    (
      "why",
      """
      why;why is it wrong;Why is that not right?;what's wrong with my answer;why is my answer wrong
      what did I do wrong;where is my mistake;is this right?;what went wrong;why?
      """
    ),
    (
      "question",
      "show the question;Can I see the question again?;what is the question;repeat the question"
    ),
    (
      "next",
      """
      next;next question please;go to the next question;move on;continue;take me to the next question
      i want to go on;Next!;show me the next question
      """
    ),
    ("back", "back;go back;previous question;take me back;back to the previous question"),
    (
      "goto 2.3.1",
      "go to 2.3.1;question 2.3.1;go to question 2.3.1 please;take me to 2.3.1;show me question 2.3.1"
    ),
    (
      "quit",
      """
      quit;exit;exit();quit();bye;let me out;get me out of here;i want to quit;stop;log out;save and quit
      good bye;leave;i want out;close;Exit.
      """
    ),
    (
      "status",
      """
      how many points do i have;my score;progress;what is left;how far am I;am I done?;status
      how many questions are left?;how am i doing;show me my points;when is it due
      """
    ),
    ("vars", "show my variables;what have i written;my answers so far;variables"),
    ("table usage", "show me the table usage;show usage;open the usage table;show me usage please"),
    ("table", "show me the table;where is the data;can I see the table?;table"),
    ("table more", "show more rows;more rows"),
    ("skip", "skip;i give up;skip this question;skip it please"),
    ("undo", "undo;undo that;take it back;undo the last line"),
    ("reset", "start over;reset;delete everything;restart"),
    ("submit", "submit;how do I hand in;hand in;how do i submit my work"),
    ("help units", "how do units work;how do I convert units;help with units;how do I use units"),
    ("help formulas", "show me an example;how do I write a formula;example please"),
    ("plot", "show me the chart;show the figure;where is the graph"),
    ("units", "which units are there;list units;what units can I use"),
    ("saved", "how do i save;save;is my work saved?"),
    ("corrections", "how do I change my answer;i made a mistake"),
    ("otherExercises", "another exercise;menu;list the exercises"),
    ("consent", "yes;yes please;ok;sure"),
  ]

  static let lines: [(line: String, meant: String)] = said.flatMap { entry in
    entry.lines.split { ";\n".contains($0) }.map { (String($0), entry.meant) }
  }

  @Test(arguments: lines)
  func plainWordsAreTakenForWhatIsMeant(_ line: String, _ meant: String) throws {
    let intent = try #require(Intent(line, tables: ["usage"]), "\(line)")
    #expect(intent.word == meant)
  }

  @Test(arguments: [
    "gpu_power = 450 W", "450 W", "x", "a + b", "back * 2", "next = 3", "hint + 1", "usage.sum()",
    "2 h", "1 kg to g", "energy to kWh", "stop(3)", "a in b", "not a", "models[0]", "5 m/s", "",
    "   ",
    "def f(x) = x", "# hint please", "total_number_queries", "8 L/100 km", "mean", "w h", "help_me",
    "I want to know why it is wrong to emit", "Model 3 has the lowest emissions.",
    "The answer depends on the number of users.", "What do we do about emissions?",
    "Why is accuracy worse than it looks?", "How do users stop emitting?", "We have to quit coal.",
    "The next question is who pays.", "There is no hint of a rebound effect.",
    "It helps to leave hardware in use for longer.", "Is it right to train larger models?",
    "Nobody understands what a token costs.", "We need help from the grid.",
    "What is left is the hardware.", "The data show that use matters more.",
  ])
  func formulasAndSentencesAreNot(_ line: String) {
    #expect(Intent(line, tables: ["usage"]) == nil)
  }
}
