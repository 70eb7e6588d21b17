extension PageWriter {
    /// What the page does. It reads its data from the page, asks no network, and builds every text as text.
    static let script = #"""
        "use strict";
        (() => {
          const data = JSON.parse(document.getElementById("data").textContent);
          const $ = (id) => document.getElementById(id);
          const nodes = data.nodes.map((d, i) => ({ ...d, el: $("n" + i), links: [] }));
          const links = data.links.map((d, i) => ({ ...d, el: $("e" + i) }));
          links.forEach((l, i) => { nodes[l.s].links.push(i); if (l.t !== l.s) nodes[l.t].links.push(i); });
          const words = { n: new Map(), e: new Map() };
          const spans = [...document.querySelectorAll("[data-n],[data-e]")];
          const ids = (el, key) => (el.dataset[key] || "").split(" ").filter(Boolean).map(Number);
          for (const span of spans) for (const key of ["n", "e"]) for (const id of ids(span, key)) {
            if (!words[key].has(id)) words[key].set(id, []);
            words[key].get(id).push(span);
          }
          const fold = (t) => t.toLowerCase().replace(/[\u064B-\u0652\u0670\u0640]/g, "")
            .replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه");
          const beside = matchMedia("(min-width:52.01rem)");
          let pinned = null;

          const clear = () => {
            for (const el of document.querySelectorAll(".lit,.dim")) el.classList.remove("lit", "dim");
          };
          const light = (ns, es, texts) => {
            clear();
            const keepN = new Set(ns), keepE = new Set(es);
            for (const e of es) { keepN.add(links[e].s); keepN.add(links[e].t); }
            nodes.forEach((n, i) => n.el && n.el.classList.toggle(ns.includes(i) ? "lit" : "dim", ns.includes(i) || !keepN.has(i)));
            links.forEach((l, i) => l.el && l.el.classList.add(keepE.has(i) ? "lit" : "dim"));
            for (const span of texts) span.classList.add("lit");
          };
          const item = (tag, text, parent) => {
            const el = document.createElement(tag);
            el.textContent = text;
            if (parent) parent.append(el);
            return el;
          };
          const tell = (title, sub, list) => {
            const box = $("about");
            box.replaceChildren();
            item("h2", title, box);
            if (sub) item("small", sub, box);
            if (!list.length) return;
            const ul = item("ul", "", box);
            for (const l of list) {
              const li = item("li", l.say + " ", ul);
              const small = item("small", "", li);
              [l.derived, l.percent, l.rule].filter(Boolean).forEach((t, i) => { if (i) small.append(" · "); item("bdi", t, small); });
              if (l.quote) { li.append(document.createElement("br")); item("q", "«" + l.quote + "»", li); }
            }
          };
          const showNode = (i) => {
            const n = nodes[i];
            light([i], n.links, words.n.get(i) || []);
            tell(n.label, [n.type, n.en, n.notes].filter(Boolean).join(" · "), n.links.map((l) => links[l]));
          };
          const showEdge = (i) => {
            light([], [i], words.e.get(i) || []);
            tell(links[i].say, "", [links[i]]);
          };
          const showWords = (span) => {
            const ns = ids(span, "n"), es = ids(span, "e");
            if (ns.length) {
              light(ns, ns.flatMap((n) => nodes[n].links), ns.flatMap((n) => words.n.get(n) || []));
              tell(ns.map((n) => nodes[n].label).join(" · "), ns.map((n) => nodes[n].type).join(" · "), []);
            } else {
              light([], es, [span]);
              tell(span.textContent.trim().slice(0, 80), "", es.map((e) => links[e]));
            }
          };
          const again = () => { if (pinned) pinned(); else { clear(); $("about").replaceChildren(); } };
          const into = (el) => {
            const first = el && el.querySelector ? el : null;
            if (first) first.scrollIntoView({ block: "nearest", inline: "nearest" });
          };

          const attach = (el, show, reveal) => {
            el.addEventListener("pointerenter", (event) => {
              if (pinned) return;
              show();
              // Beside the picture the text follows; below it, as on a phone, it would pull the page away.
              if (event.pointerType === "mouse" && el.closest("svg") && beside.matches) into(reveal());
            });
            el.addEventListener("pointerleave", () => { if (!pinned) again(); });
            el.addEventListener("focus", () => { if (!pinned) show(); });
            el.addEventListener("click", (event) => {
              event.stopPropagation();
              pinned = show;
              show();
              into(reveal());
            });
          };
          nodes.forEach((n, i) => n.el && attach(n.el, () => showNode(i), () => (words.n.get(i) || [])[0]));
          links.forEach((l, i) => l.el && attach(l.el, () => showEdge(i), () => (words.e.get(i) || [])[0]));
          for (const span of spans) {
            attach(span, () => showWords(span), () => { const n = ids(span, "n")[0]; return n === undefined ? null : nodes[n].el; });
          }
          document.addEventListener("click", (event) => {
            if (event.target.closest("#about,#tools")) return;
            pinned = null;
            again();
          });

          // Each group is one stop of the Tab key; the arrows walk in it, Enter holds, Escape lets go.
          const walk = (list) => {
            list = list.filter(Boolean);
            list.forEach((el, i) => {
              el.setAttribute("tabindex", i ? "-1" : "0");
              el.addEventListener("keydown", (event) => {
                const forward = ["ArrowLeft", "ArrowDown"].includes(event.key);
                if (!forward && !["ArrowRight", "ArrowUp"].includes(event.key)) {
                  if (event.key === "Enter" || event.key === " ") { event.preventDefault(); el.dispatchEvent(new MouseEvent("click", { bubbles: true })); }
                  return;
                }
                event.preventDefault();
                let k = i;
                do { k = (k + (forward ? 1 : list.length - 1)) % list.length; } while (list[k].classList.contains("off") && k !== i);
                el.setAttribute("tabindex", "-1");
                list[k].setAttribute("tabindex", "0");
                pinned = null;
                list[k].focus();
                into(list[k]);
              });
            });
          };
          walk(nodes.map((n) => n.el));
          walk(links.map((l) => l.el));
          walk(spans.filter((s) => s.dataset.n));
          document.addEventListener("keydown", (event) => {
            if (event.key === "Escape") { pinned = null; $("find").value = ""; search(); again(); }
            if (event.key === "/" && event.target !== $("find")) { event.preventDefault(); $("find").focus(); }
          });

          const search = () => {
            const wanted = fold($("find").value.trim());
            pinned = null;
            if (!wanted) { $("count").textContent = ""; again(); return; }
            const found = nodes.map((n, i) => i).filter((i) => nodes[i].names.some((t) => fold(t).includes(wanted)));
            $("count").textContent = data.words.results.replace("%1", found.length);
            light(found, [], found.flatMap((i) => words.n.get(i) || []));
            if (found.length) into(nodes[found[0]].el);
          };
          $("find").addEventListener("input", search);
          $("find").addEventListener("keydown", (event) => {
            if (event.key !== "Enter") return;
            const first = nodes.find((n) => n.el && n.el.classList.contains("lit"));
            if (first) first.el.focus();
          });

          const filter = () => {
            const kinds = new Set([...document.querySelectorAll("[name=kind]:checked")].map((b) => b.value));
            const derived = new Set([...document.querySelectorAll("[name=derivation]:checked")].map((b) => b.value));
            const least = Number($("least").value);
            $("leastText").textContent = least + "%";
            nodes.forEach((n) => n.el && n.el.classList.toggle("off", !kinds.has(n.kind)));
            links.forEach((l) => l.el && l.el.classList.toggle("off",
              l.confidence < least || !derived.has(l.derivation) || !kinds.has(nodes[l.s].kind) || !kinds.has(nodes[l.t].kind)));
          };
          for (const box of document.querySelectorAll("#tools [type=checkbox],#least")) box.addEventListener("input", filter);
          $("reset").addEventListener("click", () => {
            for (const box of document.querySelectorAll("#tools [type=checkbox]")) box.checked = true;
            $("least").value = 0;
            $("find").value = "";
            filter();
            search();
          });
          let zoom = 1;
          const resize = (factor) => {
            zoom = factor ? Math.min(8, Math.max(0.5, zoom * factor)) : 1;
            document.querySelector("#picture svg").style.width = zoom * 100 + "%";
          };
          $("larger").addEventListener("click", () => resize(1.25));
          $("smaller").addEventListener("click", () => resize(0.8));
          $("fit").addEventListener("click", () => resize(0));
          filter();
        })();

        """#
}
