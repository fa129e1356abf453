import Testing

@testable import Tutoring

/// Plain words to the tutor in other languages than English, and texts that only look alike.
struct PlainLanguageTests {
  /// A command and what someone may say who wants it.
  private static let said: [(meant: String, lines: String)] = [
    (
      "guidance",
      """
      je suis bloqué;Je suis bloquée !;je comprends pas;J’comprends pas la question
      je ne comprends rien;qu'est-ce que je dois faire;Qu’est-ce que je dois faire ?
      que dois je faire;comment je commence;par ou commencer ?;je sais pas
      Je ne sais pas quoi faire;je sais pas comment commencer;aucune idee;jai rien compris
      on fait quoi ?;j'y arrive pas;je suis perdu;je suis vraiment perdue là
      ich weiss nicht weiter;Ich weiß nicht weiter.;ich weiß nicht;was muss ich tun
      Was muss ich tun?;was soll ich machen?;was muss ich hier eigentlich machen
      wie fange ich an;wie soll ich anfangen?;ich verstehe nicht;ich verstehe das nicht
      ich versteh die Frage nicht;Verstehe ich nicht;keine Ahnung;ich hab keine ahnung
      ich komme nicht weiter;ich stecke fest;wie geht das?;weiss nicht was ich machen soll
      non capisco;cosa devo fare?;je comprneds pas;je ne comprend pas la qestion
      wie löse ich das;explique moi la question;cest quoi ce truc;ich check das nicht
      keinen Plan;hä?;je capte rien;je pige pas;qu'est ce qu'on me demande ici
      je vois pas comment faire;où j'en suis;was kann ich hier eingeben
      qu'est ce que je suis censé faire;je vois pas ce qu'il faut faire
      """
    ),
    (
      "help",
      """
      aide-moi;aidez moi svp;à l'aide;aide;au secours !;Hilfe;HILFE!;hilf mir
      kannst du mir helfen?;ich brauche hilfe;quelles commandes il y a
      kannst du mir weiterhelfen
      """
    ),
    (
      "question",
      """
      c'est quoi la question;c'est quoi la question ?;montre la question
      remontre moi l'énoncé;montre moi la consigne svp;Quelle est la question ?
      relire la question;la question s'il te plaît;zeig die Aufgabe
      zeig mir die aufgabe nochmal;was ist die Frage?;wie lautet die Aufgabe
      zeige die frage;montre la quesion;was war nochmal die Frage
      peux-tu répéter la question ?;kann ich die aufgabe nochmal sehen
      kannst du mir bitte die Frage zeigen?
      """
    ),
    (
      "hint",
      """
      un indice svp;un indice s'il vous plaît;donne-moi un indice
      est-ce que je peux avoir un indice ?;j'ai besoin d'un indice;encore un indice
      une piste ?;un petit coup de pouce;Tipp bitte;gib mir einen Hinweis
      gib mir bitte einen tipp;noch ein Hinweis;kann ich einen Tipp haben?
      ich brauche einen Hinweis;un suggerimento per favore;un indcie svp
      gib mir einen hinwies;t'as un indice ?;haben sie einen tipp für mich?
      ein Tip wäre gut;der nächste Tipp
      """
    ),
    (
      "why",
      """
      pourquoi c'est faux;Pourquoi c'est faux ?;pourquoi ma réponse est fausse
      pourquoi ce n'est pas juste;où est mon erreur;c'est quoi mon erreur
      qu'est-ce qui est faux;pourquoi cest pas bon;warum ist das falsch
      Warum ist das falsch?;wieso ist meine Antwort falsch;was ist daran falsch
      wo ist mein Fehler?;was habe ich falsch gemacht;stimmt das?;perché è sbagliato?
      warum ist das flasch;mais c'est juste !;wieso wird das nicht akzeptiert
      """
    ),
    (
      "answer",
      """
      donne moi la réponse;quelle est la réponse ?;montre la solution;was ist die Lösung
      zeig mir die loesung;sag mir die antwort;la bonne réponse
      """
    ),
    (
      "quit",
      """
      quitter;au revoir;Au revoir !;je veux quitter;arrêter;je veux arreter;beenden
      Tschüss;auf Wiedersehen;ich möchte aufhören;ich will raus;esci;beeenden;ciao
      je me casse;ich bin weg
      """
    ),
    (
      "skip",
      """
      passer;passer la question;j'abandonne;überspringen;ueberspringen;ich gebe auf
      diese Frage überspringen;überspringn
      """
    ),
    (
      "next",
      """
      suivant;question suivante;continuer;passer à la question suivante;weiter
      nächste Frage;zur nächsten Aufgabe bitte;je passe à la suivante
      """
    ),
    (
      "back",
      """
      retour;question précédente;revenir en arrière;zurück;zurueck;zuruck;vorherige Frage
      indietro;prececente;la question précédente
      """
    ),
    (
      "undo",
      """
      annuler;annuler la dernière ligne;rückgängig;rueckgaengig machen;mach das rückgängig
      """
    ),
    (
      "status",
      """
      combien de points j'ai;qu'est-ce qu'il me reste à faire ?;mes points;j'ai fini
      wie viele Punkte habe ich?;was fehlt noch;ich bin fertig;wie weit bin ich
      """
    ),
    (
      "table",
      """
      montre le tableau;zeig mir die Tabelle;wo sind die Daten?
      """
    ),
    (
      "submit",
      """
      comment rendre mon travail;wie gebe ich ab?
      """
    ),
    (
      "goto 2.3.1",
      """
      aller à la question 2.3.1;gehe zu Frage 2.3.1;zeig Aufgabe 2.3.1
      """
    ),
    (
      "consent",
      """
      oui;ja gerne
      """
    ),
    (
      "thanks",
      """
      vielen Dank;merci beaucoup
      """
    ),
    (
      "saved",
      """
      ist das gespeichert?
      """
    ),
    (
      "corrections",
      """
      comment changer ma réponse
      """
    ),
    (
      "otherExercises",
      """
      un autre exercice
      """
    ),
    (
      "units",
      """
      quelles unités il y a ?;welche Einheiten gibt es
      """
    ),
  ]

  static let lines: [(line: String, meant: String)] = said.flatMap { entry in
    entry.lines.split { ";\n".contains($0) }.map { (String($0), entry.meant) }
  }

  @Test(arguments: lines)
  func plainWordsAreTakenForWhatIsMeant(_ line: String, _ meant: String) {
    #expect(Intent(line)?.word == meant)
  }

  @Test(arguments: PlainLanguage.all.map(\.name).dropFirst())
  func everyPhraseIsHeardAsWhatItsEntrySays(_ name: PlainLanguage.Name) {
    for entry in Intent.entries {
      for phrase in entry.phrases(name) where !phrase.contains(where: \.isUppercase) {
        #expect(Intent(phrase)?.word == entry.intent.word, "\(phrase)")
      }
    }
  }

  // MARK: Texts

  @Test(arguments: lines.filter { !["consent", "thanks"].contains($0.meant) })
  func noCryForHelpBecomesPartOfAText(_ line: String, _ meant: String) throws {
    let harness = try SessionHarness()
    harness.type(":goto 1.7")
    harness.type(line)
    #expect(!harness.file.contains("> \(line)"))
  }

  @Test(arguments: [
    "We do not know what to do with the heat.",
    "What to do with the heat is the question.",
    "The question is what the lamp costs.",
    "Why it is wrong to waste heat is clear.",
    "I do not understand why nobody counts training.",
    "Next, the models are compared.",
    "Skipping a training run saves 10 t.",
    "Back in 2020 models were small.",
    "It is wrong.",
    "The answer is no.",
    "Help from the state is needed.",
    "There is no hint of that in the data.",
    "Leave it on and it burns.",
    "Stop training larger models.",
    "The next question is harder.",
    "It all works out in the end.",
    "Das ist zu schwer.",
    "C'est trop dur.",
    "That is the mistake.",
    "Explain the costs to users.",
    "Give users a choice.",
    "The table shows the emissions.",
    "Nous ne savons pas quoi faire de la chaleur.",
    "On ne sait pas quoi faire.",
    "Que doit-on faire de la chaleur ?",
    "La question est de savoir qui paie.",
    "Le modèle 3 est le plus propre.",
    "Il faut passer à des modèles plus petits.",
    "C'est faux.",
    "C'est la bonne réponse au problème.",
    "Le problème est l'énergie.",
    "Cela n'est pas juste.",
    "Pourquoi est-ce un problème pour le climat ?",
    "Nous ne comprenons pas encore les modèles.",
    "Je ne comprends pas pourquoi personne ne compte l'entraînement.",
    "La réponse dépend du nombre d'utilisateurs.",
    "On peut passer au modèle suivant.",
    "Il reste des questions.",
    "L'entreprise doit choisir entre exactitude et climat.",
    "Le tableau montre les émissions.",
    "Retour à la nature.",
    "Les données sont fausses.",
    "Wir wissen nicht, was wir mit der Wärme tun sollen.",
    "Man weiss nicht, was man tun soll.",
    "Was ist zu tun, wenn die Zahl der Nutzer steigt?",
    "Die Frage ist, wer zahlt.",
    "Das ist falsch.",
    "Das ist nicht richtig.",
    "Das Problem ist der Strom.",
    "Die Antwort ist klar.",
    "Es fehlt an Daten.",
    "Modell 3 ist am saubersten.",
    "Weiter ist der Strom zu zählen.",
    "Die nächste Frage ist schwieriger.",
    "Die Hilfe des Staates ist nötig.",
    "Wie geht das weiter mit dem Klima?",
    "Der Fehler liegt in den Daten.",
    "Ich verstehe die Sorge der Firma.",
    "Die Tabelle zeigt die Emissionen.",
    "Es gibt keinen Hinweis auf einen Rebound.",
    "Zurück bleibt der Elektroschrott.",
    "Der Weg zurück ist schwer.",
  ])
  func aSentenceOfATextStaysInIt(_ line: String) throws {
    let harness = try SessionHarness()
    harness.type(":goto 1.7")
    harness.type(line)
    #expect(harness.file.contains("> \(line)"))
  }

  // MARK: Other prompts

  private static let stuck = ["je suis bloqué", "Ich weiß nicht weiter!", "non capisco"]
  private static let farewells = ["je veux quitter", "auf Wiedersehen", "voglio uscire"]

  @Test(arguments: stuck)
  func atTheQuestionForAUnitTheyAskWhatItIs(_ line: String) throws {
    let harness = try SessionHarness(isInteractive: true)
    harness.type("")
    harness.type(":goto 1.1")
    harness.type("power = 0.06")
    #expect(harness.type(line).contains("A unit is asked for here"))
  }

  @Test(arguments: stuck)
  func atAChoiceTheyShowTheTask(_ line: String) throws {
    let harness = try SessionHarness()
    harness.type(":goto 1.6")
    #expect(harness.type(line) == harness.type("I am stuck"))
  }

  @Test(arguments: farewells)
  func theyLeaveTheEditorAtThePromptAndKeepWhatWasChanged(_ line: String) throws {
    let harness = try editing()
    harness.type("change 1 Changed.")
    harness.type(line)
    #expect(harness.section("1.7").hasSuffix("> Changed.\n"))
  }

  @Test(arguments: stuck + ["un indice svp", "give me a hint", "zeig die Aufgabe"])
  func noLineOfTheEditorAtThePromptIsMadeOfThem(_ line: String) throws {
    let harness = try editing()
    harness.type(line)
    harness.type("add")
    harness.type(line)
    harness.type("done")
    #expect(harness.section("1.7").hasSuffix("> Typed.\n"))
  }

  @Test func aSentenceIsStillAddedInTheEditorAtThePrompt() throws {
    let harness = try editing()
    harness.type("We do not know what to do with the heat.")
    harness.type("done")
    #expect(harness.file.contains("> We do not know what to do with the heat."))
  }

  private func editing() throws -> SessionHarness {
    let harness = try SessionHarness(isInteractive: true, edit: { _ in .atPrompt })
    harness.type("")
    harness.type(":goto 1.7")
    harness.type("Typed.")
    harness.type(":edit")
    return harness
  }

  @Test(arguments: ["c'est quoi kWh", "was ist kWh?", "que veut dire kWh ?", "was bedeutet kWh"])
  func aUnitWhoseMeaningIsAskedIsExplained(_ line: String) throws {
    let harness = try SessionHarness()
    harness.type(":goto 1.1")
    #expect(harness.type(line).contains("kWh: a unit of energy"))
  }

  @Test(arguments: ["suite", "note", "reste", "fertig"])
  func aNameOfTheSheetIsNoWord(_ name: String) throws {
    let harness = try SessionHarness()
    harness.type(":goto 1.1")
    harness.type("\(name) = 3 kg")
    #expect(harness.type(name).contains("3 kg"))
  }
}

extension Intent {
  /// What it asks for, in a word.
  var word: String {
    switch action {
    case .command(let text): text
    case .guidance: "guidance"
    case .answer: "answer"
    case .consent: "consent"
    case .remark(let remark): "\(remark)"
    }
  }
}
