extension PageWriter {
    /// The style sheet of the page; colours come from the theme.
    func style() -> String {
        let theme = options.theme
        let isDark = theme == .dark
        return """
            :root{--back:\(theme.background);--text:\(theme.text);--soft:\(theme.gloss);--line:\(isDark ? "#3A424B" : "#C9CED4");\
            --mark:\(isDark ? "#6B4E00" : "#FFE08A");--strong:\(isDark ? "#FFD24D" : "#B00020");\
            --link:\(isDark ? "#7CC4FF" : "#0B5C8F")}
            *{box-sizing:border-box}
            html{color-scheme:\(isDark ? "dark" : "light")}
            body{margin:0;background:var(--back);color:var(--text);font:1rem/1.7 'Noto Naskh Arabic',Amiri,'Geeza Pro','Segoe UI',Tahoma,serif}
            a{color:var(--link)}
            header{padding:.8rem 1.2rem;border-bottom:1px solid var(--line)}
            h1{font-size:1.25rem;margin:0;line-height:1.5}
            header p{margin:0;color:var(--soft);font-size:.9rem}
            main{display:grid;grid-template-columns:minmax(18rem,26rem) minmax(0,1fr);height:calc(100vh - 5.6rem)}
            #read{overflow:auto;padding:1rem 1.2rem;border-inline-end:1px solid var(--line)}
            #read h2{font-size:1rem;margin:0 0 .3rem}
            #read p{margin:0 0 .9rem;overflow-wrap:anywhere}
            #view{display:flex;flex-direction:column;min-width:0;min-height:0}
            #tools{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center;padding:.5rem 1rem;border-bottom:1px solid var(--line);font-size:.9rem}
            #tools fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.15rem .7rem;min-width:0}
            #tools legend{float:inline-start;padding:0;margin-inline-end:.6rem;color:var(--soft)}
            #tools label{display:inline-flex;align-items:center;gap:.3rem;white-space:nowrap}
            input[type=search]{font:inherit;padding:.15rem .6rem;border:1px solid var(--soft);border-radius:.4rem;background:transparent;color:inherit;width:14rem;max-width:100%}
            button{font:inherit;padding:.1rem .7rem;border:1px solid var(--soft);border-radius:.4rem;background:transparent;color:inherit;cursor:pointer}
            :focus-visible{outline:3px solid var(--strong);outline-offset:2px}
            #picture{overflow:auto;flex:1;min-height:12rem;padding:.5rem}
            #picture svg{display:block;width:100%;height:auto;min-width:46rem}
            #about{border-top:1px solid var(--line);padding:.5rem 1rem;max-height:32%;overflow:auto;font-size:.92rem}
            #about:empty{display:none}
            #about h2{font-size:1rem;margin:0}
            #about ul{margin:.2rem 0;padding-inline-start:1.2rem}
            #about q{quotes:none;color:var(--soft)}
            #about small{color:var(--soft)}
            #count{color:var(--soft);min-width:5rem}
            [data-n]{border-bottom:1px dotted var(--soft);cursor:pointer}
            .lit{background:var(--mark);color:inherit}
            .node,.edge{cursor:pointer}
            .node:focus,.edge:focus{outline:none}
            .dim{opacity:.18}
            .off{display:none}
            .node.lit polygon,.node.lit ellipse,.node.lit path{stroke:var(--strong);stroke-width:3}
            .node:focus-visible polygon,.node:focus-visible ellipse,.node:focus-visible path{stroke:var(--strong);stroke-width:4}
            .edge.lit path,.edge:focus-visible path{stroke:var(--strong);stroke-width:2.4}
            .edge.lit text,.edge:focus-visible text{fill:var(--strong);font-weight:bold}
            .legend{cursor:default}
            @media (max-width:52rem){main{display:block;height:auto}#read{border:0;border-top:1px solid var(--line)}\
            #view{height:auto}#picture{max-height:75vh}main{display:flex;flex-direction:column-reverse}}
            @media print{#tools,#about{display:none}main{display:block;height:auto}#picture svg{min-width:0}}

            """
    }
}
