extension String {
  /// A word without the ending of its plural: `queries`, `classes`, `pumps`, `gpus`.
  var singular: String {
    guard utf8.count > 2, utf8.last == UInt8(ascii: "s"), hasSuffix("s"), !hasSuffix("ss"),
      !hasSuffix("is")
    else { return self }
    // A word in `us` is a plural where it is an acronym, which has no vowel.
    if hasSuffix("us"),
      utf8.count < 4 || dropLast(2).contains(where: "aeiouy".contains)
        || !Lexicon.english.kinds(of: self).isEmpty
    {
      return self
    }
    if hasSuffix("ies"), utf8.count > 4 { return dropLast(3) + "y" }
    // `uses` is of use, `classes` of class.
    let endings = ["sses", "xes", "zes", "ches", "shes"]
    return String(dropLast(endings.contains(where: hasSuffix) ? 2 : 1))
  }
}

extension String {
  /// What a word has in common with its inflections: `insul` is in insulated, `pric` in pricing.
  /// Short words are only what they are.
  var stem: String {
    var word = singular
    // `fibre` and `fiber`, `colour` and `color`
    for (british, american) in [("bre", "ber"), ("tre", "ter"), ("our", "or")]
    where word.utf8.last == british.utf8.last && word.hasSuffix(british) && word.utf8.count > 4 {
      word = word.dropLast(3) + american
    }
    let ending = ["ing", "ed", "ly", "es", "e", "d"].first {
      word.utf8.last == $0.utf8.last && word.hasSuffix($0) && word.utf8.count - $0.utf8.count >= 4
    }
    let stem = word.dropLast(ending?.count ?? 0)
    // `stirring`
    let isDoubled = stem.utf8.count > 4 && stem.last == stem.dropLast().last
    return String(isDoubled ? stem.dropLast() : stem)
  }
}
