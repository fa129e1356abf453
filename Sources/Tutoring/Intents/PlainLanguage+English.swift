extension PlainLanguage {
  static let english = PlainLanguage(
    .english,
    articles: """
      a an the this that these those it its i my me we us our you your to of for on in at with \
      about any some here anything
      """,
    small: """
      am is are was be been do does did have has had got get give tell can could may might would \
      should shall will must supposed want need like let know there then again already just please \
      pls plz kindly well hey um uh oh hmm ah sorry so and more another one really actually maybe \
      now possible possibly exactly simply quickly dear reckon tutor man sir also even still look \
      try up from by use using
      """,
    kin: [
      "help": "helps helping assist assistance support sos",
      "hint": "hints tip tips",
      "question": "questions task tasks problem assignment prompt instruction instructions",
      "exercise": "exercises", "ok": "okay oki",
      "answer": "answers solution solutions result reply",
      "show": "open see display view print read repeat list",
      "quit": "exit leave stop close bye goodbye logout abort",
      "next": "following forward continue proceed",
      "back": "previous backwards",
      "wrong": "incorrect false bad mistake mistaken error errors mistakes",
      "right": "correct accepted",
      "points": "point score scores grade grades mark marks results",
      "stuck": "confused lost clueless blocked desperate",
      "understand": "follow",
      "chart": "charts plot plots figure figures graph graphs diagram",
      "table": "tables data dataset csv",
      "unit": "units", "column": "columns", "row": "rows", "command": "commands options",
      "name": "names",
      "variable": "variables", "example": "examples sample", "formula": "formulas formulae",
      "start": "begin started", "write": "type enter put input", "way": "ways",
      "finished": "done finish complete completed ready", "idea": "ideas clue clues",
      "change": "edit fix modify", "convert": "conversion conversions converting",
      "submit": "handin submission", "undo": "revert",
      "teacher": "assistant assistants ta professor",
      "go": "move jump", "left": "remaining missing", "progress": "status",
      "not": "no never", "what": "was", "due": "deadline",
      "text": "essay", "works": "work", "yes": "yep yeah sure",
      "hello": "hi yo", "thanks": "thank thx",
    ],
    contractions: [
      "arent": "not", "cannot": "not", "cant": "not", "couldnt": "not", "didnt": "not",
      "doesnt": "not", "dont": "not", "dunno": "not know", "gimme": "give", "gotta": "must",
      "hows": "how", "idk": "not know", "im": "i", "isnt": "not", "ive": "i", "lemme": "let",
      "lets": "let", "thats": "that", "theres": "there", "wanna": "want", "wasnt": "not",
      "whats": "what", "wheres": "where", "whys": "why", "wont": "not", "wtf": "what",
    ],
    pairs: [
      "figure out": "solve", "find out": "solve", "give up": "surrender", "hand in": "submit",
      "hand it": "submit", "hand this": "submit", "log off": "quit", "log out": "quit",
      "sign out": "quit", "start again": "restart", "start over": "restart", "take it": "retract",
      "take that": "retract", "thank you": "thanks", "turn in": "submit", "work out": "solve",
    ],
    asking: "how where can could is may",
    starters: """
      are do does explain give help i it my need not please show tell that the there this want what \
      when which who why will would you
      """,
    pleas: "please pls plz me",
    subjects: "a an he it its one she that the there these they this those we",
    ownWords: "i id idk im ive me my you",
    sharedWords: "be we us")
}
