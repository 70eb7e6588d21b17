import KnowledgeGraph

/// Reads the value of a date as it is written: with a year, or a document date, a day; without either the day of
/// a month («6 فبراير» is `--02-06`). What cannot be told is not guessed.
struct DateReader {
    let lexicon: Lexicon
    let text: AnalyzedText
    let today: CivilDate?
    private let now, relative, weekday, next, last, month, year: WordSets

    init(lexicon: Lexicon, text: AnalyzedText, today: CivilDate?) {
        (self.lexicon, self.text, self.today) = (lexicon, text, today)
        now = lexicon.wordSet("date.now")
        relative = lexicon.wordSet("time.relative")
        weekday = lexicon.wordSet("weekday")
        next = lexicon.wordSet("time.next")
        last = lexicon.wordSet("time.last")
        month = lexicon.wordSet("time.month")
        year = lexicon.wordSet("time.year")
    }

    struct Value: Equatable {
        var start: String
        var end: String
        var type: KnowledgeGraph.Value.Datatype
        /// Days from the first to the last, both counted; 0 if unknown.
        var days = 0
        /// Hangs on the document date.
        var isAnchored = false
    }

    /// - Parameter anchored: whether relative dates count from the document date here.
    func value(of tokens: Range<Int>, anchored: Bool) -> Value? {
        let today = anchored ? self.today : nil
        if let absolute = calendar(tokens, today) { return absolute }
        guard let today else { return nil }
        if let offset = offset(tokens) {
            let day = today.adding(days: offset).iso
            return Value(start: day, end: day, type: .date, days: 1, isAnchored: true)
        }
        if let day = weekday(tokens, today) { return Value(start: day.iso, end: day.iso, type: .date, days: 1, isAnchored: true) }
        return period(tokens, today)
    }

    private func direction(_ tokens: Range<Int>) -> Int? {
        for token in tokens {
            if text.has(token, next) { return 1 }
            if text.has(token, last) { return -1 }
            if text.has(token, relative) { return 0 }
        }
        return nil
    }

    // MARK: Days of a month

    private func calendar(_ tokens: Range<Int>, _ today: CivilDate?) -> Value? {
        var days: [Int] = []
        var (month, year) = (0, 0)
        for token in tokens {
            if let number = number(token) {
                if number >= 1800, number <= 2200 { year = number } else if (1...31).contains(number), month == 0 { days.append(number) } else { return nil }
            } else if text.isWord(token), let named = lexicon.months[text.form(token).bare], !text.form(token).hasArticle {
                guard named <= 12 else { return nil }
                if month == 0 { month = named }
            }
        }
        guard month > 0 else {
            guard days.isEmpty, year > 0, tokens.count <= 3 else { return nil }
            return Value(start: String(year), end: "", type: .gYear)
        }
        let isAnchored = year == 0
        if year == 0, let today { year = self.year(of: month, days.first, direction(tokens), today) }
        guard let first = days.min(), let end = days.max() else {
            guard year > 0 else { return nil }
            let value = CivilDate.padded(year, 4) + "-" + CivilDate.padded(month, 2)
            return Value(start: value, end: "", type: .gYearMonth, isAnchored: isAnchored)
        }
        func written(_ day: Int) -> String {
            year > 0
                ? CivilDate(year: year, month: month, day: day).iso
                : "--" + CivilDate.padded(month, 2) + "-" + CivilDate.padded(day, 2)
        }
        return Value(
            start: written(first), end: written(end), type: year > 0 ? .date : .gMonthDay, days: end - first + 1,
            isAnchored: isAnchored)
    }

    /// The number that a token is, or that «و» is written to: «و7».
    func number(_ token: Int) -> Int? {
        if text.items[token].kind == .number { return Int(text.digits(token)) }
        let bytes = text.folded(token)
        guard bytes.count > 2, bytes.starts(with: [0xD9, 0x88]), bytes.dropFirst(2).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return Int(String(decoding: bytes.dropFirst(2), as: UTF8.self))
    }

    /// The year of a month that is written without one: said by «الماضي», «المقبل», else the nearest.
    private func year(of month: Int, _ day: Int?, _ direction: Int?, _ today: CivilDate) -> Int {
        switch direction {
        case 0: return today.year
        case -1: return month > today.month || month == today.month && (day ?? 0) > today.day ? today.year - 1 : today.year
        case 1: return month < today.month ? today.year + 1 : today.year
        default:
            if month - today.month > 6 { return today.year - 1 }
            return today.month - month > 6 ? today.year + 1 : today.year
        }
    }

    // MARK: Days from today

    private func offset(_ tokens: Range<Int>) -> Int? {
        for token in tokens where text.has(token, now) {
            let word = text.form(token).bare
            if let days = Self.offsets.first(where: { lexicon.symbols.find(FoldedWord.bytes($0.word)) == word })?.days {
                // «أمس الأول».
                let isEarlier = days == -1 && token + 1 < tokens.upperBound && lexicon.layers.ordinals[text.form(token + 1).stem] == 1
                return isEarlier ? -2 : days
            }
        }
        return nil
    }

    private static let offsets: [(word: String, days: Int)] = [
        ("أمس", -1), ("البارحة", -1), ("اليوم", 0), ("الليلة", 0), ("غدا", 1), ("غد", 1),
    ]

    /// «الأحد الماضي», «الخميس المقبل».
    private func weekday(_ tokens: Range<Int>, _ today: CivilDate) -> CivilDate? {
        guard let direction = direction(tokens), direction != 0, !tokens.contains(where: { text.items[$0].kind == .number }) else { return nil }
        for token in tokens where text.has(token, weekday) {
            let word = text.form(token).bare
            guard let number = Self.weekdays.firstIndex(where: { names in
                names.contains { lexicon.symbols.find(FoldedWord.bytes($0)) == word }
            }) else { continue }
            let ahead = ((number - today.weekday) % 7 + 7) % 7
            return direction > 0 ? today.adding(days: ahead == 0 ? 7 : ahead) : today.adding(days: ahead == 0 ? -7 : ahead - 7)
        }
        return nil
    }

    private static let weekdays = [
        ["الأحد"], ["الاثنين", "الإثنين"], ["الثلاثاء"], ["الأربعاء"], ["الخميس"], ["الجمعة"], ["السبت"],
    ]

    /// «العام الماضي», «الشهر المقبل».
    private func period(_ tokens: Range<Int>, _ today: CivilDate) -> Value? {
        guard let direction = direction(tokens) else { return nil }
        for token in tokens {
            if text.has(token, year) {
                return Value(start: String(today.year + direction), end: "", type: .gYear, isAnchored: true)
            }
            if text.has(token, month) {
                let months = today.year * 12 + today.month - 1 + direction
                let value = CivilDate.padded(months / 12, 4) + "-" + CivilDate.padded(months % 12 + 1, 2)
                return Value(start: value, end: "", type: .gYearMonth, isAnchored: true)
            }
        }
        return nil
    }
}
