import KnowledgeGraph

/// Dates as they are written: «أمس», «يوم الأحد الماضي», «6 و7 فبراير الجاري», «مساء أمس السبت», «العام المقبل».
///
/// A date is a mention of class Event with a rule that begins with `date`; it becomes text and, with a
/// document date, a value, never a node.
extension MentionParser {
    mutating func parseDate(at index: Int) -> Int? {
        guard let end = dateEnd(at: index) else { return nil }
        var mention = Mention(tokens: index..<end, type: .Event, head: index, rule: "date-expression")
        mention.isDefinite = true
        return add(mention)
    }

    private func month(_ index: Int) -> Bool {
        isWord(index) && !text.form(index).hasArticle && text.form(index).isMonth
    }

    private func isDayNumber(_ index: Int) -> Bool {
        guard index < limit, text.items[index].kind == .number else { return false }
        return text.folded(index).count <= 2
    }

    private func isYear(_ index: Int) -> Bool {
        guard index < limit, text.items[index].kind == .number else { return false }
        let digits = text.folded(index)
        return digits.count == 4 && (digits.first == UInt8(ascii: "1") || digits.first == UInt8(ascii: "2"))
    }

    /// One past the last token of a date, nil if none begins at `index`.
    func dateEnd(at index: Int) -> Int? {
        guard index < limit else { return nil }
        var at = index
        if text.items[index].kind == .number {
            // «6 و7 فبراير», «4 مارس 2017», «7/7/1427».
            guard isDayNumber(index) else { return nil }
            at = index + 1
            while isWord(at) || mark(at) == 0x2D || mark(at) == 0x2F || isComma(at) {
                // «و7», «- 7», «إلى 7».
                if isWord(at), text.form(at).symbol == words.waSymbol, isDayNumber(at + 1) { at += 2; continue }
                if mark(at) == 0x2D || mark(at) == 0x2F, isDayNumber(at + 1) || isYear(at + 1) { at += 2; continue }
                break
            }
            let isNumeric = at - index >= 5
            if isWord(at), text.form(at).preposition == .none, text.form(at).sets.intersects(words.of) { at += 1 }
            if isWord(at), text.form(at).sets.intersects(words.timeUnit), isWord(at + 1), month(at + 1) { at += 1 }
            if month(at) { return dateTail(monthTail(at)) }
            return isNumeric ? at : nil
        }
        guard isWord(index) else { return nil }
        let form = text.form(index)
        if form.sets.intersects(words.dayPart), !form.hasSuffix {
            // «مساء أمس», «صباح يوم الأحد», «صباح اليوم».
            guard let end = dateEnd(at: index + 1), isPlainWord(index + 1) || text.items[index + 1].kind == .number else {
                return form.hasArticle || form.sets.intersects(words.dateNow) ? nil : nil
            }
            return end
        }
        if form.sets.intersects(words.dateNow) {
            // «أمس», «اليوم», «غدا» and a weekday behind it.
            at = index + 1
            if isPlainWord(at), text.form(at).sets.intersects(words.relativeTime) { at += 1 }
            var next = at
            if isComma(next) || mark(next) == 0x28 { next += 1 }
            if isPlainWord(next), text.form(next).sets.intersects(words.weekday) { return dateTail(next + 1) }
            return at
        }
        if form.sets.intersects(words.weekday), form.hasArticle {
            at = index + 1
            // «الأحد» is a day; «الأول» is not.
            return dateTail(at)
        }
        if form.sets.intersects(words.timeUnit) {
            if form.hasArticle {
                // «العام الماضي», «الأسبوع المقبل», «اليوم الأحد».
                guard isPlainWord(index + 1), text.form(index + 1).sets.intersects(words.relativeTime) else { return nil }
                return index + 2
            }
            // «يوم الأحد», «يوم 9 مارس», «شهر رمضان», «عام 2017», «سنة 2012».
            guard index + 1 < limit else { return nil }
            if isYear(index + 1) { return index + 2 }
            if isPlainWord(index + 1), text.form(index + 1).sets.intersects(words.weekday) { return dateTail(index + 2) }
            if isDayNumber(index + 1), let end = dateEnd(at: index + 1) { return end }
            if month(index + 1) { return dateTail(monthTail(index + 1)) }
            if isPlainWord(index + 1), text.form(index + 1).sets.intersects(words.dateNow) { return dateEnd(at: index + 1) }
            return nil
        }
        if month(index), form.conjunction == .none || isYear(index + 1) {
            // «مارس الماضي», «نوفمبر/تشرين الثاني», «فبراير 2017»; a bare month is too little.
            let end = dateTail(monthTail(index))
            return end > index + 1 ? end : nil
        }
        return nil
    }

    /// A month of two words, its other name, its year.
    private func monthTail(_ index: Int) -> Int {
        var at = index + 1
        if isPlainWord(at), text.form(at).sets.intersects(words.monthSecond) { at += 1 }
        if mark(at) == 0x2F || mark(at) == 0x28 {
            var next = at + 1
            if month(next) {
                next += 1
                if isPlainWord(next), text.form(next).sets.intersects(words.monthSecond) { next += 1 }
                if mark(next) == 0x29 { next += 1 }
                at = next
            }
        }
        if isPlainWord(at), text.form(at).sets.intersects(words.timeUnit), isYear(at + 1) { at += 1 }
        if isYear(at) { at += 1 }
        return at
    }

    /// «الماضي», «الجاري», «المقبل»; a date behind a weekday.
    private func dateTail(_ index: Int) -> Int {
        var at = index
        if isPlainWord(at), text.form(at).sets.intersects(words.relativeTime) { at += 1 }
        if at < limit, text.items[at].kind == .number, isDayNumber(at), let end = dateEnd(at: at) { return end }
        if isPlainWord(at), month(at) { return monthTail(at) }
        if isPlainWord(at), text.form(at).sets.intersects(words.relativeTime) { at += 1 }
        return at
    }
}
