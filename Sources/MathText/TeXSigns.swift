/// The commands of TeX that stand for one sign: a name, the sign, and how it is written where there
/// is ASCII only, which is the name unless it is said.
enum TeXSigns {
  static func sign(named name: String) -> MathSign? { byName[name] }

  static var names: [String] { byName.keys.sorted() }

  private static let byName: [String: MathSign] = {
    var found: [String: MathSign] = [:]
    for (kind, table) in tables {
      for line in table.split(separator: "\n") {
        for entry in line.split(separator: ";") {
          let words = entry.split(separator: " ").map(String.init)
          guard words.count >= 2 else { continue }
          found[words[0]] = MathSign(words[1], ascii: words.count > 2 ? words[2] : words[0], kind)
        }
      }
    }
    for name in functions.split(whereSeparator: \.isWhitespace).map(String.init) {
      found[name] = MathSign(name, .function)
    }
    for name in limits.split(whereSeparator: \.isWhitespace).map(String.init) {
      found[name] = MathSign(name, .limit)
    }
    return found
  }()

  private static let tables: [(MathSign.Kind, String)] = [
    (.ordinary, letters), (.ordinary, others), (.operation, operations), (.relation, relations),
    (.relation, arrows), (.opening, openings), (.closing, closings), (.punctuation, points),
    (.large, large),
  ]

  private static let letters = """
    alpha α; beta β; gamma γ; delta δ; epsilon ε; varepsilon ε epsilon; zeta ζ; eta η; theta θ
    vartheta ϑ theta; iota ι; kappa κ; varkappa ϰ kappa; lambda λ; mu μ; nu ν; xi ξ; omicron ο
    pi π; varpi ϖ pi; rho ρ; varrho ϱ rho; sigma σ; varsigma ς sigma; tau τ; upsilon υ; phi φ
    varphi φ phi; chi χ; psi ψ; omega ω
    Alpha Α; Beta Β; Gamma Γ; Delta Δ; Epsilon Ε; Zeta Ζ; Eta Η; Theta Θ; Iota Ι; Kappa Κ
    Lambda Λ; Mu Μ; Nu Ν; Xi Ξ; Omicron Ο; Pi Π; Rho Ρ; Sigma Σ; Tau Τ; Upsilon Υ; Phi Φ; Chi Χ
    Psi Ψ; Omega Ω; varGamma Γ Gamma; varDelta Δ Delta; varTheta Θ Theta; varOmega Ω Omega
    """
  private static let others = """
    infty ∞ infinity; partial ∂ d; nabla ∇; hbar ℏ; ell ℓ l; Re ℜ; Im ℑ; aleph ℵ; wp ℘ p
    emptyset ∅ {}; varnothing ∅ {}; forall ∀; exists ∃; nexists ∄ not-exists; neg ¬ not
    lnot ¬ not; angle ∠; triangle △; square □; Box □ square; degree ° deg; celsius °C degC
    degreeCelsius °C degC; prime ′ '; top ⊤; bot ⊥ false; ldots … ...; dots … ...
    dotsc … ...; dotsb ⋯ ...; cdots ⋯ ...; vdots ⋮ :; ddots ⋱ ...; percent % %; copyright © (c)
    pounds £ GBP; euro € EUR; yen ¥ JPY; dagger † +; S § section; P ¶ paragraph
    imath ı i; jmath ȷ j; ohm Ω ohm; micro µ u; backslash \\ \\; checkmark ✓ ok
    """
  private static let operations = """
    pm ± +-; mp ∓ -+; times × *; cdot · *; div ÷ /; ast ∗ *; star ⋆ *; circ ∘ o; bullet • *
    cap ∩; cup ∪; setminus ∖ \\; wedge ∧ and; land ∧ and; vee ∨ or; lor ∨ or; oplus ⊕ (+)
    ominus ⊖ (-); otimes ⊗ (x); oslash ⊘ (/); odot ⊙ (.); bmod mod mod; cdotp · *
    """
  private static let relations = """
    le ≤ <=; leq ≤ <=; leqslant ≤ <=; ge ≥ >=; geq ≥ >=; geqslant ≥ >=; ne ≠ !=; neq ≠ !=
    ll ≪ <<; gg ≫ >>; lt < <; gt > >; approx ≈ ~=; approxeq ≊ ~=; simeq ≃ ~=; cong ≅ ~=
    sim ∼ ~; equiv ≡ ==; propto ∝; doteq ≐ =; coloneqq ≔ :=; triangleq ≜ :=; asymp ≍ ~
    in ∈; notin ∉ not-in; ni ∋ contains; subset ⊂; subseteq ⊆; supset ⊃; supseteq ⊇
    perp ⊥; parallel ∥; mid ∣ |; nmid ∤ not-|; vdash ⊢ |-; models ⊨ |=; lesssim ≲ <~
    gtrsim ≳ >~; prec ≺; succ ≻; hateq ≙ =; nless ≮ not-<; ngtr ≯ not->
    """
  private static let arrows = """
    to → ->; rightarrow → ->; longrightarrow ⟶ -->; leftarrow ← <-; gets ← <-
    longleftarrow ⟵ <--; leftrightarrow ↔ <->; longleftrightarrow ⟷ <-->; Rightarrow ⇒ =>
    Longrightarrow ⟹ ==>; implies ⟹ ==>; Leftarrow ⇐ <==; impliedby ⟸ <==
    Leftrightarrow ⇔ <=>; iff ⟺ <=>; Longleftrightarrow ⟺ <=>; mapsto ↦ |->
    longmapsto ⟼ |->; hookrightarrow ↪ ->; rightleftharpoons ⇌ <=>; uparrow ↑ ^
    downarrow ↓ v; updownarrow ↕ ^v; Uparrow ⇑ ^; Downarrow ⇓ v; nearrow ↗ /^; searrow ↘ v
    leadsto ⇝ ~>; rightharpoonup ⇀ ->; leftharpoonup ↼ <-; therefore ∴; because ∵
    """
  private static let openings = """
    lbrace { {; lbrack [ [; langle ⟨ <; lceil ⌈ ceil(; lfloor ⌊ floor(; lvert | |; lVert ‖ ||
    lparen ( (
    """
  private static let closings = """
    rbrace } }; rbrack ] ]; rangle ⟩ >; rceil ⌉ ); rfloor ⌋ ); rvert | |; rVert ‖ ||; rparen ) )
    """
  private static let points = "colon : :"
  private static let large = """
    sum ∑; prod ∏; coprod ∐; int ∫; iint ∬; iiint ∭; oint ∮; bigcup ⋃ union
    bigcap ⋂ intersection; bigoplus ⨁ (+); bigotimes ⨂ (x); bigwedge ⋀ and; bigvee ⋁ or
    """
  private static let functions = """
    sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth exp log ln lg arg deg dim
    hom ker
    """
  private static let limits = "lim max min sup inf limsup liminf argmax argmin det gcd Pr"
}
