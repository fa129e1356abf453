import Testing

@testable import Files

@Suite struct DigestTests {
  /// The examples of FIPS 180-4's author: https://csrc.nist.gov, "SHA-256".
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func digestsAreThoseOfTheStandard(text: String, digest: String) {
    #expect("\(Digest(of: Array(text.utf8)))" == digest)
  }

  @Test func orderOfPartsCounts() {
    let (one, other) = (Digest(of: [1]), Digest(of: [2]))
    #expect(Digest(joining: [one, other]) != Digest(joining: [other, one]))
  }
}
