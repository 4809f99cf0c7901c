use newsfacts::language::Syntax;
use newsfacts::reading::{self, ArticleText};
use serde_json::json;
fn main() {
    for path in std::env::args().skip(1) {
        let c = rusqlite::Connection::open(&path).unwrap();
        let mut st = c.prepare("SELECT a.article_id, body, headline, published, s.name, file FROM articles a JOIN sources s ON s.source_id=a.outlet_id ORDER BY 1").unwrap();
        let rows: Vec<(i64, String, Option<String>, Option<String>, String, String)> = st
            .query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?, r.get(5)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        for (id, body, headline, published, outlet, file) in rows {
            let article = ArticleText {
                body: &body,
                headline: None,
                published: published.as_deref().and_then(|p| p.parse().ok()),
                outlet: &outlet,
            };
            let _ = headline;
            let (reading, trees) = reading::read_with_trees(&article);
            // byte->char
            let mut map = vec![0u32; body.len() + 1];
            let mut n = 0;
            for (i, _) in body.char_indices() {
                map[i] = n;
                n += 1;
            }
            map[body.len()] = n;
            for i in 1..=body.len() {
                if !body.is_char_boundary(i) {
                    map[i] = map[i - 1];
                }
            }
            let sp = |s: newsfacts::span::Span| [map[s.start.min(body.len())], map[s.end.min(body.len())]];
            let mut sents = vec![];
            for (k, s) in reading.sentences.iter().enumerate() {
                let mut toks = vec![];
                let mut cls = vec![];
                if let Some(t) = trees.get(k) {
                    for tk in &t.tokens {
                        toks.push(json!([
                            sp(tk.span)[0],
                            sp(tk.span)[1],
                            tk.lemma,
                            tk.upos.as_str(),
                            tk.xpos,
                            tk.relation.as_str(),
                            tk.head.map_or(-1, |h| h as i64)
                        ]));
                    }
                    let sy = Syntax::new(&body, t);
                    for cl in sy.clauses() {
                        cls.push(json!({"p":cl.predicate,"above":cl.above,"link":format!("{:?}",cl.link),"subj":cl.subject.map(|s|s.noun()),"agent":cl.agent,"obj":cl.object,"ind":cl.indirect,
                          "obl":cl.obliques.iter().map(|o|json!([o.head,o.preposition])).collect::<Vec<_>>(),"comp":cl.complements,"adv":cl.adverbs,"pass":cl.passive,"neg":cl.negation,"modal":cl.modal,"tense":format!("{:?}",cl.tense),"form":format!("{:?}",cl.form),"mood":format!("{:?}",cl.mood),"ext":cl.extent}));
                    }
                }
                sents.push(json!({"s":sp(s.span),"sec":s.section.as_str(),"par":s.paragraph,"t":toks,"c":cls}));
            }
            let q: Vec<_> = reading.quantities.iter().map(|q| json!({"s":sp(q.span),"k":q.sentence,"low":q.low,"high":q.high,"unit":q.unit,"noun":q.noun,"approx":q.approx.is_some()})).collect();
            let t: Vec<_> = reading.times.iter().map(|q| json!({"s":sp(q.span),"k":q.sentence,"low":q.low.map(|d|d.to_string()),"high":q.high.map(|d|d.to_string()),"type":q.kind.as_str(),"value":q.value,"basis":q.basis.as_str()})).collect();
            let m: Vec<_> = reading
                .mentions
                .iter()
                .map(|m| json!({"s":sp(m.span),"k":m.sentence,"e":m.entity,"kind":m.kind.as_str()}))
                .collect();
            let e: Vec<_> = reading
                .entities
                .iter()
                .map(|m| json!({"name":m.name,"names":m.names,"kind":m.kind.as_str()}))
                .collect();
            let v: Vec<_> = reading
                .voices
                .iter()
                .map(|v| json!({"name":v.name,"kind":v.kind.as_str(),"anon":v.anonymity.as_str(),"e":v.entity}))
                .collect();
            let cl: Vec<_> = reading.claims.iter().map(|c| json!({"k":c.sentence,"parts":c.parts.iter().map(|p|sp(*p)).collect::<Vec<_>>(),"kind":c.kind.as_str(),"pol":c.polarity.as_str(),"mod":c.modality.as_str(),"hops":c.hops.iter().map(|h|json!([h.voice,h.confidence,h.cue.map(sp),h.source.map(sp)])).collect::<Vec<_>>()})).collect();
            println!(
                "{}",
                json!({"db":path,"id":id,"file":file,"outlet":outlet,"published":published,"body":body,"sents":sents,"q":q,"times":t,"mentions":m,"entities":e,"voices":v,"claims":cl})
            );
        }
    }
}
