/// Writes the text of an element as lines, one a block, and leaves out what points elsewhere.
struct LineCollector {
    let tree: PageTree
    let outline: PageOutline
    let title: String?
    private var result: [UInt8] = []
    private var line: [UInt8] = []
    private var linkBytes = 0
    private var pendingSpace = false

    init(tree: PageTree, outline: PageOutline, title: String?) {
        (self.tree, self.outline, self.title) = (tree, outline, title)
    }

    mutating func collect(_ root: Int) {
        // The ends of the blocks that are open, and of the link and the <pre>.
        var blockEnds: [Int] = []
        var (linkEnd, preformattedEnd) = (0, 0)
        var index = root
        while index < tree.nodes[root].end {
            while let end = blockEnds.last, end <= index {
                breakLine()
                blockEnds.removeLast()
            }
            let node = tree.nodes[index]
            if outline.isDropped(index) {
                index = node.end
                continue
            }
            if node.isText {
                append(tree.text[node.bytes], isLink: index < linkEnd, isPreformatted: index < preformattedEnd)
            } else if node.tag == "br" {
                breakLine()
            } else if node.tag == "a" {
                linkEnd = max(linkEnd, node.end)
            } else if PageOutline.isBlock(node.tag) {
                breakLine()
                blockEnds.append(node.end)
                if node.tag == "pre" { preformattedEnd = max(preformattedEnd, node.end) }
            }
            index += 1
        }
        breakLine()
    }

    mutating func finished() -> [UInt8] {
        breakLine()
        return result
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>, isLink: Bool, isPreformatted: Bool) {
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0A, isPreformatted {
                breakLine()
                previous = 0
                continue
            }
            // NUL to space, and U+00A0 (C2 A0), of which pages are full.
            if byte <= 0x20 || (byte == 0xA0 && previous == 0xC2) {
                if byte == 0xA0 { line.removeLast() }
                pendingSpace = true
                previous = 0
                continue
            }
            if pendingSpace, !line.isEmpty { line.append(0x20) }
            pendingSpace = false
            line.append(byte)
            if isLink { linkBytes += 1 }
            previous = byte
        }
    }

    private mutating func breakLine() {
        defer {
            line.removeAll(keepingCapacity: true)
            (linkBytes, pendingSpace) = (0, false)
        }
        while line.last == 0x20 { line.removeLast() }
        guard !line.isEmpty, !isPointer, !isTitle, !isDate else { return }
        result.append(contentsOf: line)
        result.append(0x0A)
    }

    /// A line of links, or one that begins as pointers to other articles do.
    private var isPointer: Bool {
        if linkBytes * 10 > line.count * 6, line.count < 400 { return true }
        guard line.count < 300 else { return false }
        return Self.pointers.contains { line.starts(with: $0) }
    }

    private var isTitle: Bool { title.map { line.elementsEqual($0.utf8) } ?? false }

    /// The day of publication above the text, in a line of its own.
    private var isDate: Bool {
        result.isEmpty && line.count < 100 && PublicationDate.day(in: String(decoding: line, as: UTF8.self)) != nil
    }

    private static let pointers: [[UInt8]] = [
        "اقرأ أيضا", "إقرأ أيضا", "اقرأ ايضا", "اقرا ايضا", "اقرأ المزيد", "إقرأ المزيد", "المزيد من الأخبار", "المزيد عن",
        "شاهد أيضا", "شاهد المزيد", "طالع أيضا", "مواضيع ذات صلة", "موضوعات ذات صلة", "أخبار ذات صلة", "مقالات ذات صلة",
        "موضوعات متعلقة", "أخبار متعلقة", "مواضيع متعلقة", "قد يعجبك", "قد يهمك", "للمزيد من الأخبار", "تابعونا على",
        "تابعنا على", "تابع قناتنا", "اشترك في", "شارك الخبر", "مشاركة الخبر", "الأكثر قراءة", "كلمات مفتاحية",
        "الكلمات المفتاحية", "الكلمات الدلالية", "حقوق النشر", "جميع الحقوق محفوظة", "Read more", "Read also",
    ].map { Array($0.utf8) }
}
