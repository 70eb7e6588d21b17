/// The version of Isnad.
enum Version {
    static let number = "0.1.0"
    static let line = "isnad " + number
}
