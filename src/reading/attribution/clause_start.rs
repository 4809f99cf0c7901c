//! Where the content of a reporting verb begins: behind "that" or "whether", behind the addressee and the circumstances,
//! with the subject that a parser took for an object.
//!
//! The tree proposes a clause and the words beside it decide, because parsers often cut the start of a clause.

use super::lexicon::{Entry, Frame};
use super::parts::cue_tokens;
use super::site::Site;
use super::subjects::{is_nominal, is_participle, subject};
use crate::language::{Relation, Upos};

/// The first token of the content.
pub fn start(site: &Site, verb: usize, entry: &Entry) -> Option<usize> {
    let (_, cue_end) = cue_tokens(site, verb);
    let marked = introduced(site, verb, cue_end, entry);
    if let Some(at) = marked {
        return Some(with_object(site, verb, cue_end, at, entry));
    }
    if entry.takes(Frame::Tell) {
        let first = past_addressee(site, cue_end + 1);
        let finite = |from: usize| (from..site.len()).take_while(|&at| !site.is_mark(at)).any(|at| site.is_finite(at));
        if first > cue_end + 1 && !site.is_quoted(first) && finite(first + 1) {
            return Some(first);
        }
    }
    // "acknowledged it would be easier": a pronoun and its verb begin a clause, whatever the parser made of them.
    let bare = past_modifiers(site, verb, cue_end + 1, entry);
    // "says it raised the sum", whose verb a tagger takes for a participle
    let past = |at: usize| {
        let subject = matches!(site.word(at), "he" | "she" | "it" | "they" | "we" | "i");
        subject && !site.is_quoted(at) && site.xpos(at + 1) == "VBN" && !entry.takes(Frame::Object)
    };
    let clause = |at: usize| opens_clause(site, at) || has_noun_and_verb(site, at) || past(at);
    if entry.takes(Frame::Clause) && !entry.takes(Frame::Tell) && clause(bare) {
        return Some(bare);
    }
    if entry.takes(Frame::Clause) && entry.takes(Frame::Quote) && opens_condition(site, cue_end + 1) {
        return Some(cue_end + 1);
    }
    let complement = complement(site, verb, entry).map(|at| site.reach(at).0.max(cue_end + 1));
    // "charged with murder, the chief said": what a comma parts is no content unless a parenthesis closes there.
    let comma = |at: usize| site.word(at) == ",";
    let quote = |at: usize| matches!(site.word(at), "“" | "\"" | "``" | "‘");
    let parted = |first: usize| {
        let mark = comma(first - 1) && !quote(first) || comma(first) && !quote(first + 1);
        first > cue_end + 2 && mark && !comma(cue_end + 1)
    };
    if let Some(first) = complement.filter(|&first| follows(site, verb, cue_end, first)) {
        let whole = with_subject(site, verb, cue_end, first, entry);
        if !parted(whole) {
            return Some(with_object(site, verb, cue_end, whole, entry));
        }
    }
    // No clause in the tree: a verb that takes nothing but clauses, before a noun and a finite verb.
    let only_clauses = entry.takes(Frame::Clause) && !entry.takes(Frame::Object) && !site.is_passive(verb);
    let first = past_modifiers(site, verb, cue_end + 1, entry);
    let nominal = |at: usize| {
        matches!(site.upos(at), Upos::Det | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adj | Upos::Num)
            && !site.is_quoted(at)
    };
    // "said bullying does not happen": a gerund may be the subject.
    let gerund = |at: usize| site.xpos(at) == "VBG" && site.upos(at + 1) == Upos::Aux && !site.is_quoted(at);
    let opens = only_clauses
        && first < site.len()
        && (nominal(first) || gerund(first))
        && subject(site, verb).is_none_or(|who| who <= verb);
    // "said the minister stood by it": what a tagger takes for a participle is finite where nothing else is.
    let speaks = entry.takes(Frame::Quote) && subject(site, verb).is_some_and(|who| who < verb);
    let told = |at: usize| site.is_finite(at) || speaks && site.xpos(at) == "VBN" && is_nominal(site, at - 1);
    let finite = || {
        (first + 1..site.len()).take_while(|&at| !matches!(site.word(at), "," | ";" | "—" | "who" | "which")).any(told)
    };
    (opens && !parted(first) && (finite() || speaks && past_aside(site, first))).then_some(first)
}

/// "say the plan, which costs a lot, will fail": a finite verb behind what describes the subject between commas.
fn past_aside(site: &Site, first: usize) -> bool {
    let Some(comma) = (first..site.len().min(first + 12)).find(|&at| site.is_mark(at)) else { return false };
    let closing = (comma + 2..site.len().min(comma + 25)).find(|&at| site.word(at) == ",");
    let noun = site.word(comma) == "," && comma > first && is_nominal(site, comma - 1);
    let verb = |comma: usize| (comma + 1..site.len()).find(|&at| site.upos(at) != Upos::Adv);
    noun && closing.and_then(verb).is_some_and(|at| site.is_finite(at))
}

/// Whether a token opens or modifies a noun phrase: an article, an adjective, a number.
pub fn is_modifier(site: &Site, at: usize) -> bool {
    matches!(site.upos(at), Upos::Det | Upos::Adj | Upos::Num) && !site.is_quoted(at)
}

/// Whether a pronoun that can only be a subject and a finite verb begin at `at`: "he would", "it was", "there had".
pub fn opens_clause(site: &Site, at: usize) -> bool {
    let pronoun = matches!(site.word(at), "he" | "she" | "it" | "they" | "we" | "i" | "you" | "there");
    let verb = (at + 1..site.len()).find(|&next| site.upos(next) != Upos::Adv);
    pronoun && !site.is_quoted(at) && verb.is_some_and(|verb| site.is_finite(verb) || site.upos(verb) == Upos::Aux)
}

/// Whether a bare noun phrase and at once its finite verb begin at `at`: "confirms troops are", "said the road was".
fn has_noun_and_verb(site: &Site, at: usize) -> bool {
    // "suggests the head of the state's port is", with what belongs to the noun
    let noun = |at: usize| {
        let belongs = at > 0 && is_nominal(site, at - 1) && (site.word(at) == "of" || site.xpos(at) == "POS");
        is_nominal(site, at) || is_modifier(site, at) || belongs
    };
    // "remarks Ruiz had made": a name behind a noun begins a clause of its own.
    let apart =
        |at: usize| site.upos(at) == Upos::Noun && matches!(site.upos(at + 1), Upos::Propn | Upos::Pron | Upos::Det);
    let verb = (at..site.len()).find(|&next| !noun(next)).filter(|&verb| verb > at && is_nominal(site, verb - 1));
    let verb = verb.filter(|&verb| (at..verb - 1).all(|at| !apart(at)));
    verb.is_some_and(|verb| site.is_finite(verb) && site.upos(verb) == Upos::Aux && !site.is_quoted(verb))
}

/// "confirmed the ship had sunk", "said its owner and her sons were away": where a clause begins whose subject the parser
/// took for an object, so that the clause at `first` begins with its verb.
fn with_subject(site: &Site, verb: usize, cue_end: usize, first: usize, entry: &Entry) -> usize {
    let headless = first < site.len() && (site.is_finite(first) || site.upos(first) == Upos::Aux);
    let joint = first.checked_sub(1).is_some_and(|at| site.upos(at) == Upos::Cconj);
    if !headless || joint || entry.takes(Frame::Tell) {
        return first;
    }
    let there = site.word(cue_end + 1) == "there";
    let from = if there { cue_end + 1 } else { past_modifiers(site, verb, cue_end + 1, entry).min(first) };
    // "said the fund, known as a model, has grown": a parenthesis may stand behind the subject.
    let marks = (from..first).filter(|&at| site.is_mark(at)).count();
    let whole =
        marks == 0 || marks == 2 && site.word(first - 1) == "," && (is_nominal(site, from) || is_modifier(site, from));
    let subject = whole && (there || (from..first).any(|at| is_nominal(site, at)));
    if subject { from } else { first }
}

/// "rejected the notion that it was late": the object that a clause belongs to is put forward with it.
fn with_object(site: &Site, verb: usize, cue_end: usize, first: usize, entry: &Entry) -> usize {
    let of_time =
        matches!(site.word(first), "after" | "before" | "when" | "while" | "as" | "because" | "since" | "until");
    if entry.takes(Frame::Tell) || entry.takes(Frame::Urge) || first <= cue_end + 1 || of_time {
        return first;
    }
    let object = site.children(verb).iter().copied().find(|&at| {
        let noun = site.upos(at) == Upos::Noun && site.preposition(at).is_none();
        (cue_end + 1..first).contains(&at) && site.relation(at) == Relation::Obj && noun
    });
    let from = object.map(|at| site.reach(at).0.max(cue_end + 1));
    from.filter(|&from| from < first && (from..first).all(|at| !site.is_mark(at))).unwrap_or(first)
}

/// Where "that" opens the content of a passive: "it was reported at the weekend that …".
pub fn introduced_by_that(site: &Site, verb: usize, entry: &Entry) -> Option<usize> {
    introduced(site, verb, cue_tokens(site, verb).1, entry)
}

/// Where "that" or "whether" opens the content behind the cue, its addressee and its circumstances.
fn introduced(site: &Site, verb: usize, cue_end: usize, entry: &Entry) -> Option<usize> {
    let farthest = (cue_end + 12).min(site.len());
    if let Some(at) = after_parenthesis(site, cue_end, entry).or_else(|| past_places(site, cue_end, entry)) {
        return Some(at);
    }
    let at = (cue_end + 1..farthest).find(|&at| {
        // "told the Post in a story that ran on Monday that …": the first "that" is the story.
        let relative = at > cue_end + 1 && site.word(at) == "that" && site.is_finite(at + 1);
        if relative {
            return false;
        }
        matches!(site.word(at), "that" | "whether" | "if" | "," | ";" | ":" | "—")
            || site.is_quoted(at)
            || site.is_finite(at)
    })?;
    let takes = match site.word(at) {
        "that" => entry.takes(Frame::Clause),
        "whether" => true,
        "if" => entry.takes(Frame::Whether),
        _ => false,
    };
    // "said that night", "asked that man": no clause follows.
    let opens_clause = site.upos(at) != Upos::Det && at + 2 < site.len();
    let gap_fits = at == cue_end + 1
        || past_modifiers(site, verb, cue_end + 1, entry) == at
        || site
            .head(at)
            .is_some_and(|head| site.head(head) == Some(verb) || hangs_on_circumstance(site, verb, at, head));
    (takes && opens_clause && gap_fits).then_some(at)
}

/// "said in an interview that he stands by it": a clause that the parser hangs on the circumstance before it.
fn hangs_on_circumstance(site: &Site, verb: usize, that: usize, clause: usize) -> bool {
    let circumstance =
        site.head(clause).filter(|&at| site.head(at) == Some(verb) && site.relation(at) == Relation::Obl);
    let whole = site.child(clause, &[Relation::Nsubj, Relation::NsubjPass]).is_some_and(|who| who > that);
    whole && circumstance.is_some_and(|at| verb < at && at < that && site.preposition(at).is_some())
}

/// "said if it rained, the fair would be moved": a clause before the main one of the content.
fn opens_condition(site: &Site, at: usize) -> bool {
    let mark = matches!(
        site.word(at),
        "if" | "when" | "unless" | "because" | "although" | "though" | "while" | "once" | "until" | "despite"
    );
    let farthest = (at + 30).min(site.len());
    let comma = (at + 3..farthest).find(|&at| site.word(at) == "," || site.is_quoted(at));
    mark && comma.is_some_and(|comma| {
        let main = comma + 1;
        let near = main + 1..(main + 9).min(site.len());
        main < site.len()
            && (is_nominal(site, main) || is_modifier(site, main))
            && near.clone().any(|at| site.is_finite(at))
    })
}

/// "disclosed, in a letter to the court, that …": over the words between the commas.
fn after_parenthesis(site: &Site, cue_end: usize, entry: &Entry) -> Option<usize> {
    if site.word(cue_end + 1) != "," || !entry.takes(Frame::Clause) {
        return None;
    }
    let closing = (cue_end + 2..(cue_end + 25).min(site.len())).find(|&at| site.word(at) == ",")?;
    (site.word(closing + 1) == "that").then_some(closing + 1)
}

/// "said on Monday in Orlin, Kansas, that …", "said on a show, where she is a guest, that …": over circumstances with commas.
fn past_places(site: &Site, cue_end: usize, entry: &Entry) -> Option<usize> {
    if !(entry.takes(Frame::Clause) && entry.takes(Frame::Quote)) || site.word(cue_end + 1) == "," {
        return None;
    }
    let mut described = false;
    for at in cue_end + 1..(cue_end + 25).min(site.len()) {
        let comma = matches!(site.word(at), "," | "—" | "–");
        if site.word(at) == "that" && site.word(at - 1) == "," && site.upos(at) != Upos::Det {
            return (!site.is_finite(at + 1)).then_some(at);
        }
        if comma {
            described = matches!(site.word(at + 1), "where" | "who" | "which" | "as");
        }
        let ends = matches!(site.word(at), ";" | ":" | "." | "that") || site.is_quoted(at);
        if ends || site.is_finite(at) && !described {
            return None;
        }
    }
    None
}

/// The token after the addressee and the circumstances that start at `at` ("on Twitter on Saturday").
fn past_modifiers(site: &Site, verb: usize, mut at: usize, entry: &Entry) -> usize {
    if entry.takes(Frame::Tell) {
        at = past_addressee(site, at);
    }
    loop {
        let next = site.children(verb).iter().copied().find(|&child| {
            let fits = match site.relation(child) {
                Relation::Obl | Relation::OblUnmarked | Relation::Advmod | Relation::Iobj => true,
                Relation::Obj => entry.takes(Frame::Tell),
                _ => false,
            };
            fits && child > verb && site.reach(child).0 == at && site.reach(child).1 + 2 < site.len()
        });
        match next {
            // A clause that hangs on a modifier by mistake is no part of it.
            Some(child) => {
                match (at..=site.reach(child).1).find(|&token| matches!(site.word(token), "that" | "whether")) {
                    Some(token) if token > at => return token,
                    _ => at = site.reach(child).1 + 1,
                }
            }
            None => return at,
        }
    }
}

/// The token after a name, pronoun or bare plural that is the addressee, if a clause follows: "told Reuters it was late".
fn past_addressee(site: &Site, at: usize) -> usize {
    let mut end = at;
    while end < site.len() && site.upos(end) == Upos::Propn {
        end += 1;
    }
    if end == at && end < site.len() && matches!(site.xpos(end), "PRP" | "NNS") {
        end += 1;
    }
    if end == at && end < site.len() && site.upos(end) == Upos::Det {
        let part = |at: &usize| matches!(site.upos(*at), Upos::Adj | Upos::Noun | Upos::Propn);
        let next = (end + 1..site.len()).take_while(part).last().map_or(end, |noun| noun + 1);
        let opens = next < site.len()
            && (matches!(site.upos(next), Upos::Det | Upos::Pron | Upos::Num) || site.word(next) == "that");
        end = if opens { next } else { end };
    }
    let clause =
        end > at && end < site.len() && (is_nominal(site, end) || is_modifier(site, end) || site.word(end) == "that");
    if clause { end } else { at }
}

/// The clause that hangs on the verb behind it.
fn complement(site: &Site, verb: usize, entry: &Entry) -> Option<usize> {
    site.children(verb).iter().copied().find(|&at| {
        let is_complement = match site.relation(at) {
            Relation::Ccomp => true,
            Relation::Parataxis | Relation::Dep | Relation::Advcl => {
                is_clause(site, at) && follows_closely(site, verb, at)
            }
            _ => false,
        };
        at > verb && !site.is_quoted(at) && is_complement && introduced_as_content(site, at, entry)
    })
}

/// Whether no conjunction of reason or time introduces a clause: "spoke after the vote was lost" is no content.
fn introduced_as_content(site: &Site, clause: usize, entry: &Entry) -> bool {
    let mark = site.children(clause).iter().copied().find(|&at| site.relation(at) == Relation::Mark);
    mark.is_none_or(|at| match site.word(at) {
        "if" => entry.takes(Frame::Whether),
        word => matches!(word, "that" | "whether" | "how" | "why" | "for"),
    })
}

/// Whether the clause at `first` follows the cue directly, its addressee or its circumstances.
fn follows(site: &Site, verb: usize, cue_end: usize, first: usize) -> bool {
    first > cue_end && (cue_end + 1..first).all(|at| !site.is_quoted(at) && site.word(at) != ";") && first > verb
}

/// Whether only an addressee, a time or "that" stands between a verb and its clause.
fn follows_closely(site: &Site, verb: usize, clause: usize) -> bool {
    let first = site.reach(clause).0;
    first > verb && (verb + 1..first).all(|at| !site.is_mark(at))
}

/// Whether a token heads a clause: a finite verb, or a predicate with a subject.
fn is_clause(site: &Site, at: usize) -> bool {
    let has_subject = site.children(at).iter().any(|&child| site.relation(child).is_subject());
    has_subject || site.upos(at) == Upos::Verb && !is_participle(site, at)
}
