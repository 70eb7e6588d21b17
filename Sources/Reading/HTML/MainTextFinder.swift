/// Finds the text of the article in a page: what readers came for, without menus, sharing buttons, advertisements and
/// pointers to other articles.
///
/// After Arc90's Readability (2009), as Mozilla keeps it: paragraphs give points to the elements that hold them, links take
/// them away, and the element with most points, with the siblings that are like it, is the article.
struct MainTextFinder {
    let tree: PageTree
    /// The headline, which is not repeated in the text.
    let title: String?
    private var outline: PageOutline

    init(_ tree: PageTree, title: String?) {
        (self.tree, self.title) = (tree, title)
        outline = PageOutline(tree)
    }

    /// Paragraphs, a line each; empty if there are none.
    func text() -> [UInt8] {
        let roots = articleRoots()
        var lines = LineCollector(tree: tree, outline: outline, title: title)
        for root in roots { lines.collect(root) }
        return lines.finished()
    }

    private func articleRoots() -> [Int] {
        if let marked = markedBody() { return [marked] }
        let scores = scores()
        var best = -1
        var bestScore = 0.0
        for (node, score) in scores.enumerated() where score > 0 {
            let adjusted = score * (1 - outline.linkDensity(of: node))
            if adjusted > bestScore { (best, bestScore) = (node, adjusted) }
        }
        guard best >= 0 else { return [0] }
        let parent = tree.nodes[best].parent
        guard parent > 0 else { return [best] }
        return children(of: parent).filter { node in
            if node == best { return true }
            guard !outline.isDropped(node) else { return false }
            if scores[node] * (1 - outline.linkDensity(of: node)) >= max(10, bestScore * 0.2) { return true }
            return tree.nodes[node].tag == "p" && outline.letters[node] > 80 && outline.linkDensity(of: node) < 0.25
        }
    }

    /// The element that the page itself calls the body of the article (schema.org).
    private func markedBody() -> Int? {
        tree.nodes.indices.filter { node in
            tree.attributes[tree.nodes[node].attributes].contains {
                $0.name == "itemprop" && $0.value.lowercased() == "articlebody"
            } && outline.letters[node] >= 100 && !outline.isDropped(node)
        }.max { outline.letters[$0] < outline.letters[$1] }
    }

    private func scores() -> [Double] {
        var scores = [Double](repeating: 0, count: tree.nodes.count)
        for block in tree.nodes.indices where outline.ownLetters[block] >= 25 && !outline.isDropped(block) {
            let letters = Double(outline.ownLetters[block])
            var points = 1 + Double(outline.ownCommas[block]) + min(letters / 100, 3)
            points *= 1 - Double(outline.ownLinkLetters[block]) / letters
            // A paragraph speaks for its parent; a div full of bare text and line breaks for itself.
            var holder = tree.nodes[block].tag == "p" ? tree.nodes[block].parent : block
            for share in [1.0, 0.5, 0.33] where holder > 0 {
                if scores[holder] == 0 { scores[holder] = outline.weight(of: holder) }
                scores[holder] += points * share
                holder = tree.nodes[holder].parent
            }
        }
        return scores
    }

    private func children(of node: Int) -> [Int] {
        var children: [Int] = []
        var index = node + 1
        while index < tree.nodes[node].end {
            children.append(index)
            index = tree.nodes[index].end
        }
        return children
    }
}
