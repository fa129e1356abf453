/// Where to go, and what is said to that.
extension Intent {
  static let going: [Entry] = [
    Entry(
      .command("next"), .acts,
      """
      skip to the next one, next, next question, next question please, go to the next question, move on, go on, keep going
      next one, continue, proceed, advance, how do i continue, how do i go on, later, i do it later
      how do i get to the next question, take me to the next question, forward
      leave it for later, come back later, not now, go ahead, onward, show the next question
      """,
      fr: """
        passer à la suite, passer à la question suivante, passe à la suivante, la suite
        question suivante, on continue, on passe à la suite, plus tard, je le ferai plus tard
        on avance, aller à la suite, vas-y continue
        """,
      de: """
        nächste frage, zur nächsten frage, weiter zur nächsten aufgabe, mach weiter
        weiter gehts, später, das mache ich später, ich möchte weiter, weiter bitte
        wie komme ich weiter zur nächsten frage, wie komme ich zur nächsten frage
        """,
      it: "domanda successiva, vai avanti, più tardi, dopo"),
    Entry(
      .command("back"), .acts,
      """
      back, go back, previous, previous question, back to the previous question, last question
      the question before, go to the question before, previous one, go back one, one back, back one
      how do i go back, go back to the last question, take me back, the last question, go back question
      """,
      fr: """
        question précédente, la question d'avant, revenir en arrière, retour en arrière
        reviens en arrière, à la question précédente, je veux revenir en arrière, avant
        """,
      de: """
        vorherige frage, letzte frage, zur vorherigen frage, eine frage zurück
        einen schritt zurück, ich möchte zurück, geh zurück, wie komme ich zurück
        wie komme ich zur vorherigen frage, die frage davor
        """,
      it: "torna indietro, domanda precedente"),
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
      stop it, terminate, shut down, good night, enough, enough for today
      """,
      fr: """
        quitter, au revoir, je veux sortir, je veux partir, je pars, partir, je m'en vais, je me casse
        bonne nuit, bonne soirée, bonne journée, à demain, on arrête
        ca suffit, c'est tout pour aujourd'hui
        quitter le programme, quitter l'exercice, fermer le programme, se déconnecter
        laisse-moi sortir, fini pour aujourd'hui, comment quitter, comment je sors
        comment sortir d'ici, enregistrer et quitter
        """,
      de: """
        beenden, programm beenden, auf wiedersehen, ich möchte aufhören, ich will raus
        raus hier, wie komme ich raus, wie komme ich hier raus, lass mich raus, gute nacht
        schönen abend, bis morgen, bis später, das wars, das ist alles, das reicht
        schluss für heute, genug für heute, genug
        ich muss los, ich bin weg, feierabend, speichern und beenden, wie beende ich, wie beende ich das
        programm verlassen, abbruch, abbrechen
        """,
      it: """
        voglio uscire, come esco, arrivederci, a domani, buona notte, è tutto, basta per oggi
        esci dal programma
        """),
    // As at a page, once too often.
    Entry(.command("quit"), .offered, "q"),
    Entry(
      .consent, .acts,
      """
      yes, yes please, ok, okay, fine, do it, agreed, sure, of course, go for it
      """,
      fr: "oui, ok, d'accord, volontiers, oui merci",
      de: "ja, ja bitte, in ordnung, natürlich",
      it: "sì, va bene, certo"),
    Entry(
      .remark(.thanks),
      """
      thanks, thank you, thank you very much, thanks a lot, many thanks, great, cool, nice
      good
      """,
      fr: "merci, merci beaucoup, super, génial, cool, parfait",
      de: "danke, vielen dank, danke schön, danke vielmals, super, toll, prima",
      it: "grazie, grazie mille"),
  ]
}
