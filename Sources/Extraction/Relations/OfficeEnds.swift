/// Offices that close a longer phrase: «اجتماع وزير العمل», «إدارة الرئيس», whose holder's name may follow.
enum OfficeEnds {
    /// The top-level mentions of a sentence, each phrase that ends with an office followed by that office.
    static func expanded(_ top: [Int], _ mentions: [Mention]) -> [Int] {
        var expanded: [Int] = []
        for index in top {
            expanded.append(index)
            guard mentions[index].type != .Post, let office = lastOffice(index, mentions) else { continue }
            expanded.append(office)
        }
        return expanded
    }

    private static func lastOffice(_ index: Int, _ mentions: [Mention]) -> Int? {
        var at = index
        while let child = mentions[at].children.last(where: { mentions[$0].tokens.upperBound == mentions[index].tokens.upperBound }) {
            if mentions[child].type == .Post, !mentions[child].isDropped { return child }
            at = child
        }
        return nil
    }
}
