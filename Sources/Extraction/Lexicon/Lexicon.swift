import ArabicText
import KnowledgeGraph

/// Everything that is known of words and of things, as loaded from `Ontology/`; immutable.
public final class Lexicon: Sendable {
    let symbols: SymbolTable
    /// By symbol: the first reading, all classes, the second reading.
    let primary: [Reading]
    let secondary: [Reading]
    let classes: [WordClasses]
    let names: [NameBits]
    let sets: [WordSets]
    let setIndex: [String: Int]
    /// The names of the sets, each with its index as its symbol.
    private let setNames: SymbolTable
    /// By symbol: index into `reporting`, -1 if none.
    let reportingIndex: [Int32]
    let reporting: [ReportingForm]

    /// Over stems.
    let heads: PhraseTrie
    let headEntries: [HeadEntry]
    let roles: PhraseTrie
    let roleEntries: [RoleEntry]
    /// Over bare forms.
    let honorifics: PhraseTrie
    let honorificKinds: [HonorificKind]
    let gazetteer: PhraseTrie
    let gazetteerEntries: [GazetteerEntry]
    private let gazetteerKeys: SymbolTable
    private let gazetteerByKey: [Int32]
    let countries: [CountryEntry]
    let countryByCode: [String: Int]
    /// Stem of a nisba → (country, or place through its country).
    let nisbaCountry: [Int32: Int]
    let months: [Int32: Int]
    /// Name of a capital that stands for its government → index into `countries`.
    let metonyms: [String: Int]
    /// Topics, groups, ordinals, kinds of events.
    let layers: LayerTables

    init(_ loader: LexiconLoader) {
        var symbols = loader.symbols
        symbols.freeze()
        self.symbols = symbols
        let count = loader.symbols.count
        func padded<T>(_ values: [T], _ filler: T) -> [T] {
            values.count >= count ? values : values + [T](repeating: filler, count: count - values.count)
        }
        primary = padded(loader.primary, Reading())
        secondary = padded(loader.secondary, Reading())
        classes = padded(loader.classes, [])
        names = padded(loader.names, [])
        sets = padded(loader.sets, WordSets())
        setIndex = loader.setIndex
        var names = SymbolTable(capacity: 256)
        for name in loader.setIndex.sorted(by: { $0.value < $1.value }) { _ = names.intern(Array(name.key.utf8)) }
        setNames = names
        reportingIndex = padded(loader.reportingIndex, -1)
        reporting = loader.reporting
        heads = loader.heads
        headEntries = loader.headEntries
        roles = loader.roles
        roleEntries = loader.roleEntries
        honorifics = loader.honorifics
        honorificKinds = loader.honorificKinds
        gazetteer = loader.gazetteer
        gazetteerEntries = loader.gazetteerEntries
        gazetteerKeys = loader.gazetteerKeys
        gazetteerByKey = loader.gazetteerByKey
        countries = loader.countries
        countryByCode = loader.countryByCode
        nisbaCountry = loader.nisbaCountry
        months = loader.months
        metonyms = loader.metonyms
        layers = loader.layers
    }

    /// The set called `name`, empty if there is none.
    func wordSet(_ name: String) -> WordSets {
        var name = name
        let index = name.withUTF8 { setNames.find($0) }
        return index >= 0 ? WordSets(index: Int(index)) : WordSets()
    }

    /// Index of the first thing of a key into `gazetteerEntries`, nil if there is none.
    func gazetteerIndex(ofKey key: String) -> Int32? {
        var key = key
        let symbol = key.withUTF8 { gazetteerKeys.find($0) }
        return symbol < 0 ? nil : gazetteerByKey[Int(symbol)]
    }

    /// Index of a State into `gazetteerEntries`, -1 if there is none.
    func gazetteerIndex(ofCountry country: Int) -> Int32 {
        gazetteerIndex(ofKey: "country-" + countries[country].iso2.lowercased()) ?? -1
    }
}
