extension PlainLanguage {
  static let french = PlainLanguage(
    .french,
    articles: """
      le la les l un une des du de d ce cet cette ces c ca cela ceci se s y en me m mon ma mes te t \
      tu ton ta tes vous votre vos je j moi toi il elle au aux a dans sur pour avec par ici la ne n \
      qui cest jai jsuis
      """,
    small: """
      est es suis etes sont etre ete etait ai as avez ont avoir eu fais fait faire faites faut peux \
      peut peuvent pouvez pourrais pourrait puis pourriez pourrais dois doit devrais devons voudrais \
      veux veut voulez aimerais besoin donne donner donnez donnes dis dire dites dit si plait svp stp \
      please encore bien donc alors maintenant vraiment trop tres euh hum ben bah la et mais tout \
      nouveau re quelque chose quelques possible peu petit petite censé censée vite simplement meme autre reckon \
      allez quil truc trucs machin plus
      """,
    kin: [
      "help": "aide aider aidez aides secours help",
      "hint": "indice indices astuce astuces conseil conseils piste pistes indication indications",
      "question": "questions consigne consignes enonce enonces tache probleme donnee",
      "exercise": "exercice exercices",
      "answer": "reponse reponses solution solutions resultat resultats",
      "show":
        """
      montre montrer montrez montres affiche afficher affichez voir revoir ouvre ouvrir lire relire \
      repete repeter rappelle rappeler liste
      """,
      "quit": "quitter quitte quittez sortir sors adieu arreter arrete arretez fermer ferme ciao",
      "next":
        """
      suivant suivante suivants continuer continue continuez continuons avancer avance suite \
      prochain prochaine
      """,
      "back": "retour retourner retourne precedent precedente revenir reviens arriere",
      "wrong":
        "faux fausse fausses incorrect incorrecte erreur erreurs faute fautes mauvais mauvaise errone",
      "right": "juste justes bon bonne correct correcte exact exacte vrai",
      "points": "point note notes score",
      "stuck": "bloque bloquee coince coincee perdu perdue largue larguee",
      "understand": "comprends comprend comprendre compris pige capte saisis",
      "know": "sais sait savoir", "find": "trouve trouver", "not": "pas jamais aucun aucune rien",
      "chart": "graphique graphiques graphe figure diagramme courbe",
      "table": "tableau tableaux donnees",
      "unit": "unite unites", "column": "colonne colonnes", "row": "ligne lignes",
      "command": "commande commandes", "name": "nom noms", "variable": "variables",
      "example": "exemple exemples", "formula": "formule formules",
      "start": "commencer commence debuter debute demarrer demarre",
      "write": "ecrire ecris ecrit taper tape entrer entre saisir mettre mets met",
      "finished": "fini finie termine terminee terminer finir", "idea": "idee idees",
      "change": "changer change modifier modifie corriger corrige",
      "convert": "convertir convertis conversion",
      "submit": "rendre rends soumettre soumets remettre envoyer", "undo": "annuler annule defaire",
      "redo": "refaire refais retablir", "reset": "reinitialiser reinitialise",
      "restart": "recommencer recommence",
      "delete": "effacer efface supprimer supprime", "skip": "passer passe sauter saute",
      "surrender": "abandonner abandonne renoncer renonce",
      "teacher": "prof professeur assistant assistante assistants enseignant enseignante",
      "ask": "demander poser pose", "asked": "demande demandee attendu attend",
      "go": "aller", "left": "reste restent manque", "why": "pourquoi", "how": "comment",
      "where": "ou", "when": "quand", "what": "que quoi quel quelle quels quelles qu",
      "hard": "dur difficile difficiles complique compliquee",
      "sense": "sens", "yes": "oui ouais accord", "hello": "bonjour salut bonsoir coucou",
      "thanks": "merci", "save": "sauver sauvegarder enregistrer", "due": "delai echeance",
      "saved": "sauvegarde sauve enregistre", "progress": "avancement progres progression statut",
      "text": "texte", "explain": "explique expliquer expliquez explication explications",
      "all": "tous toutes", "works": "marche fonctionne", "solve": "resoudre resous",
      "manual": "manuel", "dates": "dates", "course": "cours", "program": "programme",
      "other": "autres", "debriefing": "debriefing", "later": "tard", "mean": "signifie",
    ],
    contractions: [
      "combien": "how many", "cke": "que", "keske": "que", "quest": "que", "kesk": "que",
      "jarrive": "arrive", "jcomprends": "comprends", "jsais": "sais", "chais": "sais",
      "daide": "aide", "pk": "pourquoi", "pq": "pourquoi", "pourkoi": "pourquoi", "qqch": "chose",
      "quoi": "que", "quon": "que on", "dindice": "indice", "lenonce": "enonce", "maider": "aider",
    ],
    pairs: ["au revoir": "quit", "a plus": "quit", "a bientot": "quit"],
    asking: "comment ou puis peux peut",
    starters: "aide je j ai pourquoi que qu quoi quel quelle donne montre explique dois faut c",
    pleas: "svp stp plait quoi moi me m",
    subjects: "le la les l un une c ce cela ca il elle ils elles ces cette cet",
    verbs:
      "est sont etait a ont reste restent manque montre montrent depend va vont marche donne fait",
    ownWords: "je j jai jsuis moi me m mon ma mes tu vous",
    sharedWords: "nous on",
    splitsAtApostrophes: true)
}
