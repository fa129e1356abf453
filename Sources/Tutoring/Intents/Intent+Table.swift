/// What plain words mean. An entry says what is wanted, whether it is done at once, and in which
/// words it is asked for; words that only fill, and words for the same thing, need not be repeated
/// (`PlainWords`).
extension Intent {
  struct Entry {
    let intent: Intent
    let phrases: [String]

    init(_ action: Action, _ phrases: String) { self.init(action, .shows, phrases) }

    init(_ action: Action, _ manner: Manner, _ phrases: String) {
      intent = Intent(action, manner)
      self.phrases = phrases.split(separator: "\n")
        .flatMap { $0.split(separator: ",") }
        .map { String($0.drop { $0 == " " }) }
    }
  }

  static var entries: [Entry] { helping + going + looking + changing }

  private static let helping: [Entry] = [
    // Help
    Entry(
      .command("help"),
      """
      help, commands, show commands, what commands are there, which commands, list of commands
      how does this work, how this works, how does it work, what is this program, manual
      show help, help page, list all commands
      """),
    Entry(
      .command("help keys"), "keys, keyboard shortcuts, shortcuts, which keys, what are the keys"),
    Entry(
      .command("help formulas"),
      """
      example, show me an example, formula example, how do i write a formula, formula, syntax
      what is the syntax, how do i write it, how do i calculate, how do i compute, how to type formula
      how do i multiply, how do i divide, how do i define variable, how do i define a function
      """),
    Entry(
      .command("help units"),
      """
      how do units work, how do i write units, how do i convert units, how do i convert, convert units
      how do i write the units, how do i use units, unit help, help units, help with units, how do i write unit
      """),
    Entry(
      .command("help tables"),
      """
      how do i use table, how do i read column, column, how do i use column, how do tables work
      how do i get a column, how do i use columns of table, how do i write column
      """),
    Entry(
      .command("help charts"), "how do i draw chart, how do i make chart, how do charts work"),
    Entry(
      .command("help texts"),
      "how do i write text, how do i write my text, how do i write more lines, how do texts work"),

    // The task
    Entry(
      .guidance,
      """
      what do i do, what to do, what do i do now, what now, what, what next, what is asked, how, huh
      what am i asked, what is being asked, what must i do, how do i start, where do i start, start
      where do i begin, how do i begin, i am stuck, i got stuck, stuck here, i am so stuck, lost
      i do not understand, i do not understand the question, i do not get it, i do not get the question
      i do not understand a thing, i do not understand anything, not clear, it is not clear
      understand not, i do not know, i do not know what to do, i do not know how, i do not know how to start
      i do not know how to do, i do not know how to answer, i do not know how to write
      i do not know what to write, i do not know where to start, i do not know the answer
      i can not solve, i can not find it, how do i solve it, i am not able, not possible for me
      what can i do, what can i type, i have no idea, no idea, i have no idea what to do, i have no clue, no clue, any ideas
      it makes no sense, this makes no sense, i can not do it, i do not do it, i do not have a clue, i do not have an idea, not sure, i am not sure
      what do i write, what should i write, what do i type
      how do i answer, how do i answer the question, how do i do it, how do i solve, where do i write
      where do i write my answer, where do i answer, what is expected, what is wanted, what is needed
      where do i write the answer, how do i write answer, how do i proceed, how to proceed
      what are they asking, what does it mean, what does this mean, what does the question mean
      what is the question asking, explain, explain the question, can you explain, explain it
      hello, hello there, good morning, i have a question, question mark, explain please the question
      that is too hard, it is hard, too hard, too difficult, difficult, this is difficult, hard
      wie geht das, was muss ich tun, was soll ich tun, que faire, no understand, help understand
      what is going on, what is happening, where am i, which question am i at, i need to understand
      """),
    Entry(
      .command("question"),
      """
      remind me of the question, question, show the question, show me the question again, what is the question, what was the question
      the whole question, current question, where is the question, show it again, show again
      i do not see the question, i can not see the question, question please, this question
      """),
    Entry(.command("task"), "short question, in short, summary"),

    // Hints and answers
    Entry(
      .command("hint"),
      """
      hint, give me a hint, another hint, a hint please, next hint, more hints, first hint, hint hint, clue
      is there a hint, are there hints, i need a hint, can i get a hint, get a hint, help with hint
      help me with the answer, help me solve, help me start, help me with a hint, second hint
      how do i get a hint, a hint for this question, some help with this question hint, use hint
      """),
    Entry(
      .answer, .offered,
      """
      answer, what is the answer, show me the answer, give me the answer, just tell me, the right answer
      what is the right answer, tell me the answer, show the right answer, i want the answer
      solve it, solve it for me, do it for me, solve, reveal the answer, reveal, correct answer
      answer key, show all answers, what is the right value, what is the value
      """),
    Entry(
      .command("skip"), .acts,
      """
      skip, skip it, skip this question, give up, i give up, skip question, surrender
      """),
    Entry(
      .command("why"),
      """
      why, why not, why wrong, why is it wrong, why is that wrong, why is my answer wrong, what is wrong
      why is this not right, why is it not right, why not right, why is my answer not right
      what is wrong with my answer, what is wrong here, where is my mistake, what did i do wrong, how wrong
      what went wrong, where did i go wrong, how is that wrong, why is that, explain why, explain wrong
      explain my mistake, why red, why does it not work, it does not work, not work, does not work
      why was that wrong, why wrong answer, how is it computed, show the arithmetic, show steps
      show my mistake, wrong, is it wrong, it says wrong, what is my mistake, where is the wrong
      why is it right, how did you get that, where does that come from, is my answer right
      is it right, is this right, am i right, was that right, did i get it right
      """),
  ]

  private static let going: [Entry] = [
    Entry(
      .command("next"), .acts,
      """
      skip to the next one, next, next question, next question please, go to the next question, move on, go on, keep going
      next one, continue, proceed, advance, how do i continue, how do i go on, later, i do it later
      how do i get to the next question, take me to the next question, forward
      leave it for later, come back later, not now, go ahead, onward, show the next question
      """),
    Entry(
      .command("back"), .acts,
      """
      back, go back, previous, previous question, back to the previous question, last question
      the question before, go to the question before, previous one, go back one, one back, back one
      how do i go back, go back to the last question, take me back, the last question, go back question
      """),
    Entry(
      .command("goto NUMBER"), .acts,
      """
      NUMBER, question NUMBER, go to NUMBER, go to question NUMBER, show question NUMBER, open question NUMBER
      back to NUMBER, go back to NUMBER, go back to question NUMBER, skip to NUMBER, jump NUMBER
      jump to question NUMBER, show NUMBER, take me to NUMBER, take me to question NUMBER
      next question NUMBER, start NUMBER, start question NUMBER, change NUMBER, change question NUMBER
      """),
    Entry(
      .command("quit"), .acts,
      """
      end, quit, exit, leave, bye, bye bye, goodbye, good bye, stop, let me out, get me out, get out, out
      i want out, let me go, quit please, i want to quit, how do i quit, how do i exit, get me out of here
      quit program, quit exercise, save and quit, save quit, quit and save, i am leaving, log out
      logout, go home, see you, see you later, end session, quit session, i have to go, quit now, how do i stop
      stop it, terminate, shut down, good night, that is all, that is all for today, enough, enough for today
      """),
    // As at a page, once too often.
    Entry(.command("quit"), .offered, "q"),
    Entry(
      .consent, .acts, "yes, yes please, ok, okay, fine, do it, agreed, sure, of course, go for it"),
    Entry(
      .remark(.thanks),
      "thanks, thank you, thank you very much, thanks a lot, many thanks, great, cool, nice, good"),
  ]

  private static let looking: [Entry] = [
    Entry(
      .command("status"),
      """
      how much is done, what have i done so far, which questions are open, status, progress, my progress, points, how many points do i have, what is my score, my points
      how many points did i get, how many points, how many points so far, how am i doing, points so far
      how many questions are left, what is left, what is left to do, what is missing, how much is left
      how far am i, how much more, am i done, am i finished, did i finish, show my points, overview
      how many questions are there, how many questions, list of questions, all questions, show all questions
      where do i stand, how do i stand, what have i done, total points, how many right, did i pass
      which questions are left, what questions are left, how many left, which questions, number of questions
      when is it due, due date, due, when do i have to submit, how much time is left, time left, how long
      is it finished, what did i miss, how many wrong, is everything right, have i finished, what is my progress
      """),
    Entry(
      .command("vars"),
      """
      variables, my variables, show my variables, what variables are there, show my names, my names, names
      what did i write, what have i written, show my work, my work, show what i wrote, my formulas
      what do i have, which variables do i have, variable, list variables, what names are there
      show my answers so far, my answers so far, what have i answered, my answers, which names are there
      """),
    Entry(
      .command("table TABLE"),
      """
      table TABLE, TABLE table, show TABLE, show me the table TABLE, show me the TABLE table, open TABLE
      show me TABLE, what is in TABLE, the table TABLE, what is in the table TABLE, where is TABLE, what is TABLE
      where is the table TABLE, i want to see TABLE, columns of TABLE, column TABLE, print TABLE table
      """),
    Entry(
      .command("table"),
      """
      table, show me the table, show table, where is the table, what is in the table, the data, show the data
      show me the data, where is the data, can i see the table, open the table, see data, data please, see table
      """),
    Entry(
      .command("table more"),
      "more rows, more of the table, rest of the table, show more rows, all rows, show more of the table"
    ),
    Entry(
      .command("plot"),
      "chart, show me the chart, show chart, where is the chart, draw the chart, can i see the chart, draw"
    ),
    Entry(
      .command("units"),
      "unit, list of units, which units are there, what units are there, all units, show units, units known"
    ),
    Entry(
      .command("course"),
      "course, the course, background, course dates, dates, calendar, show the dates"),
    Entry(.command("debrief"), "debrief, debriefing, show the debriefing"),
  ]

  private static let changing: [Entry] = [
    Entry(
      .command("undo"), .acts,
      """
      undo the last change, undo my last change, undo, undo that, undo it, take it back, take that back, undo last line, undo the last line, oops
      undo last, undo please, remove last line, delete last line, delete the last line, remove that line, go back one line
      """),
    Entry(.command("redo"), .acts, "redo, redo that, redo it, undo undo"),
    Entry(
      .command("reset"), .offered,
      """
      reset, start over, start again, restart from beginning, restart, begin again, reset question, clear, delete everything
      clear all, delete all, clear question, begin anew, delete my answers, clear my answers
      delete, erase, erase everything, reset everything, remove everything, start anew, start over question
      """),
    Entry(
      .command("submit"), .offered,
      """
      submit, how do i submit, how do i hand in, submit it, submit this, submit my work, i am done
      how do i turn it in, submit my answers, submit answer, finished, i am finished, all finished, finished now
      how do i finish, finish exercise, where do i submit, where do i hand in
      """),
    Entry(
      .command("ask"), .offered,
      """
      ask, ask teacher, ask a question, ask the teacher, i have a question for the teacher, contact teacher
      can i ask a question, ask someone, ask question, talk to a human, i want to ask a question, ask assistant
      """),
    Entry(
      .command("edit"), .offered,
      "edit text, edit my text, change my text, change text, open editor, editor, open an editor"),
    Entry(
      .remark(.corrections),
      """
      change my answer, change answer, how do i change my answer, how do i fix it, change it, change
      correct my answer, how do i correct my answer, i made a mistake, how do i correct it, made a mistake
      how do i change a variable, how do i correct, change a variable, change variable, made mistake
      """),
    Entry(
      .remark(.saved),
      "save, save it, how do i save, save my work, is it saved, is my work saved, where is my work, where is it saved, saved, where is my file, where is my work saved, save file"
    ),
    Entry(
      .remark(.otherExercises),
      """
      other exercise, another exercise, next exercise, list exercises, show exercises, exercises, other exercises
      go to another exercise, choose another exercise, change exercise, main menu, menu, back to menu, back to the menu
      go back to menu, open another exercise, home, switch exercise
      """),
  ]
}
