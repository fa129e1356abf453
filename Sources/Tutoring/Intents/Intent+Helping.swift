/// Cries for help, and what is asked about the question and its answer.
extension Intent {
  static let helping: [Entry] = [
    // Help
    Entry(
      .command("help"),
      """
      help, commands, show commands, what commands are there, which commands, list of commands
      how does this work, how this works, how does it work, what is this program, manual
      show help, help page, list all commands
      """,
      fr: """
        comment marche ce programme, comment ca marche, mode d'emploi
        quelles sont les commandes, liste des commandes
        """,
      de: """
        wie funktioniert das, wie funktioniert das programm, welche befehle gibt es, anleitung
        zeig alle befehle
        """,
      it: "come funziona, quali comandi ci sono"),
    Entry(
      .command("help keys"), "keys, keyboard shortcuts, shortcuts, which keys, what are the keys"),
    Entry(
      .command("help formulas"),
      """
      example, show me an example, formula example, how do i write a formula, formula, syntax
      what is the syntax, how do i write it, how do i calculate, how do i compute, how to type formula
      how do i multiply, how do i divide, how do i define variable, how do i define a function
      """,
      fr: """
        un exemple, comment ecrire une formule, comment j'ecris une formule, comment calculer
        comment faire un calcul
        """,
      de: """
        ein beispiel, wie schreibe ich eine formel, wie gebe ich eine formel ein
        wie berechne ich
        """,
      it: "un esempio, come scrivo una formula"),
    Entry(
      .command("help units"),
      """
      how do units work, how do i write units, how do i convert units, how do i convert, convert units
      how do i write the units, how do i use units, unit help, help units, help with units, how do i write unit
      """,
      fr: """
        comment ecrire les unites, comment convertir, comment convertir une unite
        comment marchent les unites, comment mettre une unite
        """,
      de: """
        wie schreibe ich einheiten, wie rechne ich einheiten um, wie funktionieren einheiten
        wie gebe ich einheiten ein
        """,
      it: "come scrivo le unità"),
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
      hello, hello there, good morning, question mark, explain please the question
      that is too hard, it is hard, too hard, too difficult, difficult, this is difficult, hard
      no understand, help understand
      what is going on, what is happening, where am i, which question am i at, i need to understand
      """,
      fr: """
        que dois-je faire, quoi faire, on fait quoi, on fait quoi maintenant
        qu'est-ce qu'on fait, qu'est-ce qu'on doit faire, je fais quoi maintenant
        qu'est-ce qu'on me demande, qu'est-ce qui est demandé, qu'est-ce que tu veux
        on me demande quoi, il faut faire quoi, que dois-je écrire, j'écris quoi, quoi répondre
        je suis bloqué, je suis complètement bloqué, je suis perdu, je suis un peu perdu
        je bloque, je galère, je coince
        je comprends pas la consigne, je comprends plus rien, je comprends plus
        j'ai pas compris, j'ai rien compris, j'y comprends rien, pas clair, c'est pas clair
        c'est flou
        je sais pas, je ne sais plus, je sais pas quoi faire, je sais plus quoi faire
        je sais pas comment faire, je vois pas comment faire, je vois pas ce qu'il faut faire
        je vois pas, je ne sais pas par où commencer
        je sais pas quoi écrire, je sais pas quoi répondre, je sais pas comment commencer
        je ne connais pas la réponse, je connais pas
        j'y arrive pas, je n'arrive pas, je n'arrive pas à commencer, j'y arrive plus
        je n'arrive pas à résoudre, je n'arrive pas à répondre, impossible
        comment je fais, comment je commence, comment on commence, comment on fait
        par où commencer, par où je commence, je commence où, je commence comment
        comment répondre, comment je réponds, où j'écris, où écrire ma réponse
        où est-ce que j'écris, comment résoudre, comment résoudre ça, comment procéder
        aucune idée, pas la moindre idée, j'ai pas d'idée, c'est dur, trop dur, trop difficile
        c'est trop difficile, trop compliqué, ça n'a pas de sens, aucun sens
        explique la question, expliquez-moi, je suis où, où suis-je
        et ensuite, et après
        quoi, hein, comment, bonjour
        """,
      de: """
        was muss ich tun, was soll ich tun, was nun, was jetzt, wie geht das, wie geht es weiter
        wie geht es, was tun, was ist zu tun, was kann ich tun
        was ist gefragt, was ist gesucht, was wird verlangt, was wird gefragt
        was wird von mir verlangt, was wird erwartet, was muss ich schreiben
        was soll ich schreiben
        ich weiss nicht weiter, ich weiss nicht, ich weiss nicht mehr weiter
        ich weiss nicht was ich tun soll, ich weiss nicht wie, ich weiss nicht wie das geht
        ich weiss nicht wo ich anfangen soll, ich weiss nicht wie ich anfangen soll
        ich weiss nicht was ich schreiben soll, ich weiss die antwort nicht
        ich komme nicht weiter, komme nicht weiter, komm nicht weiter, ich komme nicht draus
        ich komme nicht mehr mit, ich komme nicht klar, komm nicht draus, komme nicht mit
        ich stecke fest, steck fest, ich hänge fest, häng fest, ich bin verloren
        ich stehe auf dem schlauch, ich blicke nicht durch, ich check es nicht, check nicht
        ich verstehe nicht, ich verstehe die frage nicht, ich verstehe nur bahnhof
        ich verstehe nicht was ich tun soll, verstehe nicht was gefragt ist, nicht verstanden
        keine ahnung, ich habe keine ahnung, keine idee, kein plan, keinen schimmer
        ich schaffe es nicht, ich schaff das nicht, schaffe nicht, unklar, ist mir nicht klar
        nicht klar
        wie fange ich an, wo fange ich an, womit fange ich an, wie beginne ich, wie starte ich
        wie löse ich das, wie löse ich die aufgabe, wie gehe ich vor, wie mache ich das
        wie antworte ich, wo schreibe ich, wo schreibe ich die antwort hin
        wo gebe ich die antwort ein, wie gebe ich die antwort ein, wie beantworte ich die frage
        zu schwer, das ist zu schwer, zu schwierig, das ist schwierig, das macht keinen sinn
        ergibt keinen sinn, das kann ich nicht lösen
        erkläre mir die frage, erkläre es mir, kannst du mir das erklären, was bedeutet das
        was heisst das, was heisst die frage, wo bin ich, hä, hallo
        """,
      it: """
        cosa devo fare, non so cosa fare, non capisco la domanda, non capisco
        non so, non so come iniziare, sono bloccato, nessuna idea
        come inizio, come comincio, come faccio, come si fa, da dove comincio, non ci riesco, non riesco
        troppo difficile, cosa si deve fare, cosa chiede la domanda, cosa scrivo
        """),
    Entry(
      .command("question"),
      """
      remind me of the question, question, show the question, show me the question again, what is the question, what was the question
      the whole question, current question, where is the question, show it again, show again
      i do not see the question, i can not see the question, question please, this question
      """,
      fr: """
        c'est quoi la question, la question c'est quoi, quel est l'énoncé, remontre la question
        je vois pas la question, je ne vois pas la question, c'était quoi la question, montre
        """,
      de: """
        wie lautet die frage, wie lautet die aufgabe, was war die frage, die ganze frage
        ich sehe die frage nicht, wie war die frage, zeig die ganze aufgabe
        was steht in der aufgabe
        """),
    Entry(
      .command("task"),
      "short question, in short, summary",
      fr: "en bref, en résumé, en court, résumé",
      de: "in kürze, zusammenfassung, zusammengefasst",
      it: "in breve"),

    // Hints and answers
    Entry(
      .command("hint"),
      """
      hint, give me a hint, another hint, a hint please, next hint, more hints, first hint, hint hint, clue
      is there a hint, are there hints, i need a hint, can i get a hint, get a hint, help with hint
      help me with the answer, help me solve, help me start, help me with a hint, second hint
      how do i get a hint, a hint for this question, some help with this question hint, use hint
      """,
      fr: """
        un coup de pouce, un petit coup de pouce, un coup de main, donne-moi un coup de main, mets-moi sur la piste
        un autre indice, encore un indice, indice suivant, premier indice, deuxième indice
        aide-moi avec un indice, il y a un indice, y a-t-il des indices
        j'aurais besoin d'un indice, je prends un indice
        """,
      de: """
        gib mir einen hinweis, noch ein tipp, nächster tipp, nächster hinweis, erster hinweis
        gibt es einen hinweis, gibt es tipps, kannst du mir einen tipp geben, hast du einen tipp
        ein kleiner stupser, ein tipp wäre gut, eine hilfestellung, hilfestellung
        """,
      it: "un altro suggerimento, c'è un suggerimento"),
    Entry(
      .answer, .offered,
      """
      answer, what is the answer, show me the answer, give me the answer, just tell me, the right answer
      what is the right answer, tell me the answer, show the right answer, i want the answer
      solve it, solve it for me, do it for me, solve, reveal the answer, reveal, correct answer
      answer key, show all answers, what is the right value, what is the value
      """,
      fr: """
        quelle est la réponse, la bonne réponse, donne-moi la réponse, c'est quoi la réponse
        dis-moi la réponse, la réponse svp
        quelle est la bonne réponse, résous, résous-le pour moi, la valeur exacte
        """,
      de: """
        wie lautet die antwort, was ist die richtige antwort, sag mir die antwort
        die richtige antwort, löse es, löse es für mich, verrate mir die antwort
        was kommt raus, was kommt heraus, was kommt da raus
        """,
      it: "dimmi la risposta"),
    Entry(
      .command("skip"), .acts,
      """
      skip, skip it, skip this question, give up, i give up, skip question, surrender
      """,
      fr: """
        passer, passer cette question, j'abandonne, je laisse tomber, laisse tomber, je passe
        j'en ai marre, sauter la question
        """,
      de: """
        überspringen, frage überspringen, diese aufgabe überspringen, ich gebe auf, ich geb auf
        das lasse ich aus, aufgeben, die frage auslassen
        """,
      it: "mi arrendo, salta la domanda"),
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
      """,
      fr: """
        pourquoi c'est faux, pourquoi c'est pas juste, pourquoi c'est pas bon
        pourquoi ma réponse est fausse, où est l'erreur, où est mon erreur, où est la faute
        quelle est mon erreur, qu'est-ce qui est faux, qu'est-ce qui cloche
        qu'est-ce qui va pas, c'est quoi le problème avec ma réponse, ça marche pas
        pourquoi ça marche pas, pourquoi pas
        c'est pas juste, c'est faux, c'est juste, est-ce que c'est juste, c'est bon
        j'ai fait quoi de faux, qu'est-ce que j'ai fait de faux, j'ai faux où, pourquoi rouge
        explique mon erreur, c'est correct
        """,
      de: """
        warum ist das falsch, wieso falsch, was ist falsch, was habe ich falsch gemacht
        was ist daran falsch, wo ist der fehler, wo liegt der fehler, wo liegt mein fehler
        wo ist mein fehler
        was stimmt nicht, was stimmt hier nicht, was stimmt daran nicht, warum stimmt das nicht
        das stimmt nicht, stimmt nicht, warum ist das nicht richtig, warum nicht, nicht richtig
        warum geht das nicht, geht nicht, das geht nicht
        es funktioniert nicht, warum funktioniert das nicht, stimmt das, ist das richtig
        ist das korrekt, ist meine antwort richtig, warum ist meine antwort falsch, warum rot
        erkläre mir den fehler, was ist mein fehler
        """,
      it: """
        perché è sbagliato, dov'è l'errore, cosa ho sbagliato, cosa non va, è giusto
        """),
  ]
}
