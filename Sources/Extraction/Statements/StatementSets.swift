/// The sets of words that the finder asks for.
struct StatementSets {
    let on, to, about, of, impersonal, statementNoun, relative, clauseOpener, but, what, each, bothSides: WordSets
    let memberPlural, theStatement, bySaying, notComplement, this, inIt, byIt, came, any, supervisor: WordSets
    let accordingTo, negation, homograph, that, clause, sideWord, auxiliary, source, quotingNoun: WordSets

    init(_ lexicon: Lexicon) {
        accordingTo = lexicon.wordSet("according-to")
        negation = lexicon.wordSet("negation")
        homograph = lexicon.wordSet("reporting.homograph")
        that = lexicon.wordSet("that")
        relative = lexicon.wordSet("relative")
        clauseOpener = lexicon.wordSet("clause.opener")
        but = lexicon.wordSet("but")
        what = lexicon.wordSet("what")
        each = lexicon.wordSet("each-of")
        bothSides = lexicon.wordSet("both-sides")
        on = lexicon.wordSet("comp.on")
        to = lexicon.wordSet("comp.to")
        about = lexicon.wordSet("comp.about")
        of = lexicon.wordSet("comp.of")
        impersonal = lexicon.wordSet("impersonal")
        statementNoun = lexicon.wordSet("statement.noun")
        clause = lexicon.wordSet("clause")
        sideWord = lexicon.wordSet("side.word")
        auxiliary = lexicon.wordSet("auxiliary")
        source = lexicon.wordSet("source.noun")
        quotingNoun = lexicon.wordSet("quoting.noun")
        memberPlural = lexicon.wordSet("member.plural")
        theStatement = lexicon.wordSet("statement.itself")
        bySaying = lexicon.wordSet("by-saying")
        notComplement = lexicon.wordSet("comp.not")
        inIt = lexicon.wordSet("in-it")
        byIt = lexicon.wordSet("comp.by")
        came = lexicon.wordSet("came")
        this = lexicon.wordSet("this.word")
        any = lexicon.wordSet("phrase.stop")
        supervisor = lexicon.wordSet("role.supervisor")
    }
}
