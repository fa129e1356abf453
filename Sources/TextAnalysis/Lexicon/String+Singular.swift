extension String {
  /// A word without the ending of its plural: `queries`, `classes`, `pumps`, `gpus`.
  var singular: String {
    guard utf8.count > 2, hasSuffix("s"), !hasSuffix("ss"), !hasSuffix("is") else { return self }
    // A word in `us` is a plural where it is an acronym, which has no vowel.
    if hasSuffix("us"),
      utf8.count < 4 || dropLast(2).contains(where: "aeiouy".contains)
        || !Lexicon.kinds(of: self).isEmpty
    {
      return self
    }
    if hasSuffix("ies"), utf8.count > 4 { return dropLast(3) + "y" }
    // `uses` is of use, `classes` of class.
    let endings = ["sses", "xes", "zes", "ches", "shes"]
    return String(dropLast(endings.contains(where: hasSuffix) ? 2 : 1))
  }
}
