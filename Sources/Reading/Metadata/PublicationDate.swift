/// Days of publication, as files and pages write them.
enum PublicationDate {
    /// The first day in a text as `YYYY-MM-DD`, as it is written there, whatever the time zone:
    /// ISO 8601 (`2024-05-12T22:30:00Z`, `20240512`), RFC 822 (`Sun, 12 May 2024 …`), `12/05/2024` (day first),
    /// `2024/05/12`, «12 مايو 2024», «12 أيار 2024», with digits of either kind, or seconds since 1970.
    static func day(in text: String) -> String? {
        let words = words(in: text)
        if words.count == 1, let seconds = epoch(words[0]) { return seconds }
        for index in words.indices {
            if let day = day(at: index, in: words) { return day }
        }
        return nil
    }

    private enum Word: Equatable {
        case number(Int, digits: Int)
        case month(Int)
        case other
    }

    private static func day(at index: Int, in words: [Word]) -> String? {
        func word(_ offset: Int) -> Word { index + offset < words.count ? words[index + offset] : .other }
        switch (word(0), word(1), word(2)) {
        case (.number(let year, 4), .number(let month, _), .number(let day, _)): return iso(year, month, day)
        case (.number(let day, 1...2), .number(let month, 1...2), .number(let year, 4)): return iso(year, month, day)
        case (.number(let day, 1...2), .month(let month), .number(let year, 4)): return iso(year, month, day)
        // «12 أيار/مايو 2024» gives the month in both series.
        case (.number(let day, 1...2), .month(let month), .month(let again)) where month == again:
            if case .number(let year, 4) = word(3) { return iso(year, month, day) }
        case (.month(let month), .number(let day, 1...2), .number(let year, 4)): return iso(year, month, day)
        case (.number(let compact, 8), _, _): return iso(compact / 10000, compact / 100 % 100, compact % 100)
        default: break
        }
        return nil
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard (1900...2100).contains(year), (1...12).contains(month), (1...days(in: month, of: year)).contains(day)
        else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    private static func days(in month: Int, of year: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// Seconds or milliseconds since 1970, as dumps of databases have them; the day in UTC.
    private static func epoch(_ word: Word) -> String? {
        guard case .number(let value, let digits) = word, digits == 10 || digits == 13 else { return nil }
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
        let z = (digits == 13 ? value / 1000 : value) / 86400 + 719_468
        let (era, dayOfEra) = (z / 146_097, z % 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return iso(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// Numbers and months in the order of the text, at most 64; other words as `other`.
    private static func words(in text: String) -> [Word] {
        var words: [Word] = []
        var (letters, previous) = ("", "")
        var (number, digits) = (0, 0)
        func close() {
            if digits > 0 { words.append(digits <= 13 ? .number(number, digits: digits) : .other) }
            if !letters.isEmpty {
                if let month = month(letters) {
                    words.append(.month(month))
                } else if let month = month(previous + " " + letters) {
                    words[words.count - 1] = .month(month)
                } else {
                    words.append(.other)
                }
                previous = letters
            }
            (number, digits, letters) = (0, 0, "")
        }
        for scalar in text.unicodeScalars {
            if words.count >= 64 { return words }
            if let digit = digit(scalar.value) {
                if !letters.isEmpty { close() }
                digits += 1
                if digits <= 13 { number = number * 10 + digit }
            } else if scalar.properties.isAlphabetic {
                if digits > 0 { close() }
                if letters.utf8.count < 40 { letters.unicodeScalars.append(scalar) }
            } else {
                close()
            }
        }
        close()
        return words
    }

    private static func digit(_ value: UInt32) -> Int? {
        switch value {
        case 0x30...0x39: Int(value - 0x30)
        case 0x660...0x669: Int(value - 0x660)
        case 0x6F0...0x6F9: Int(value - 0x6F0)
        default: nil
        }
    }

    private static func month(_ word: String) -> Int? { months[word.lowercased()] }

    /// English (RFC 822), the international series, the Levantine series, the Maghrebi spellings.
    private static let months: [String: Int] = {
        let series = [
            ["jan", "january", "يناير", "جانفي", "كانون الثاني"], ["feb", "february", "فبراير", "شباط", "فيفري"],
            ["mar", "march", "مارس", "آذار", "اذار"], ["apr", "april", "أبريل", "ابريل", "إبريل", "نيسان", "أفريل"],
            ["may", "مايو", "أيار", "ايار", "ماي"], ["jun", "june", "يونيو", "يونيه", "حزيران", "جوان"],
            ["jul", "july", "يوليو", "يوليه", "تموز", "جويلية"], ["aug", "august", "أغسطس", "اغسطس", "آب", "أوت"],
            ["sep", "sept", "september", "سبتمبر", "أيلول", "ايلول"], ["oct", "october", "أكتوبر", "اكتوبر", "تشرين الأول", "تشرين الاول"],
            ["nov", "november", "نوفمبر", "تشرين الثاني"],
            ["dec", "december", "ديسمبر", "كانون الأول", "كانون الاول"],
        ]
        var table: [String: Int] = [:]
        for (index, names) in series.enumerated() {
            for name in names { table[name] = index + 1 }
        }
        return table
    }()
}
