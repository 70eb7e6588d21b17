import Crypto

/// The first 8 hex digits of the SHA-256 of a text.
func sha8(_ text: String) -> String {
    let digits = SHA256.hash(data: Array(text.utf8)).prefix(4).map { byte in
        let hex = String(byte, radix: 16)
        return hex.count == 1 ? "0" + hex : hex
    }
    return digits.joined()
}
