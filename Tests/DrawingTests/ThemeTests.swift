import Drawing
import Foundation
import Testing

/// Contrast after WCAG 2.1; colour blindness after Machado, Oliveira and Fernandes (2009), severity 1; differences as
/// CIE 1976 ΔE.
@Suite struct ThemeTests {
    typealias Color = [Double]

    private func linear(_ hex: String) -> Color {
        let value = UInt32(hex.dropFirst(), radix: 16) ?? 0
        return [16, 8, 0].map { shift in
            let part = Double(value >> UInt32(shift) & 0xFF) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
    }

    private func contrast(_ a: String, _ b: String) -> Double {
        func luminance(_ c: Color) -> Double { 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2] }
        let (x, y) = (luminance(linear(a)), luminance(linear(b)))
        return (max(x, y) + 0.05) / (min(x, y) + 0.05)
    }

    private let deficiencies: [[[Double]]] = [
        [
            [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
        [
            [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
        ],
        [
            [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ]

    private func lab(_ c: Color) -> Color {
        let xyz = [
            (0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.95047,
            0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2],
            (0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.08883,
        ].map { max(0, $0) }.map { $0 > 0.008856 ? cbrt($0) : 7.787 * $0 + 16.0 / 116 }
        return [116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])]
    }

    private func difference(_ a: Color, _ b: Color) -> Double {
        zip(lab(a), lab(b)).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
    }

    @Test(arguments: Theme.allCases, DrawnKind.allCases)
    func textAndBordersStandOut(theme: Theme, kind: DrawnKind) {
        let pair = theme[kind]
        #expect(contrast(theme.text, pair.fill) >= (theme == .dark ? 9 : 14))
        #expect(contrast(theme.gloss, pair.fill) >= 7)
        #expect(contrast(pair.border, theme.background) >= 4.5)
        #expect(contrast(pair.border, theme.frame(kind)) >= 4.5)
    }

    @Test(arguments: Theme.allCases) func linksStandOut(theme: Theme) {
        #expect(contrast(theme.link, theme.background) >= 4.5)
        #expect(contrast(theme.linkText, theme.background) >= 7)
    }

    /// Shape tells every kind from every other, so that nobody depends on colour.
    @Test func noTwoKindsHaveOneShape() {
        let shapes = DrawnKind.allCases.map { "\($0.shape) \($0.peripheries) \($0.style)" }
        #expect(Set(shapes).count == shapes.count)
    }

    /// What shares a colour family looks alike; every other pair keeps its borders apart for the colour-blind.
    @Test func familiesStayApartForTheColourBlind() {
        let families: [DrawnKind] = [.person, .body, .committee, .event, .instrument, .media]
        for (index, a) in families.enumerated() {
            for b in families[(index + 1)...] {
                for matrix in deficiencies {
                    func seen(_ hex: String) -> Color {
                        let color = linear(hex)
                        return matrix.map { row in min(1, max(0, zip(row, color).map(*).reduce(0, +))) }
                    }
                    let border = difference(seen(Theme.light[a].border), seen(Theme.light[b].border))
                    let fill = difference(seen(Theme.light[a].fill), seen(Theme.light[b].fill))
                    #expect(max(border, fill) >= 6, "\(a) \(b): border \(border), fill \(fill)")
                }
            }
        }
    }
}
