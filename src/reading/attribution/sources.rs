//! How far the words reach that stand for a voice: title, name, modifiers, apposition.

use super::lexicon::time_word;
use super::parts::cue_tokens;
use super::report::Words;
use super::site::Site;
use super::subjects::is_nominal;
use crate::language::{NameTag, Relation, Upos};

/// The words that stand for a voice whose head is `head`: title, apposition, modifiers, without `beyond`, a token that
/// cannot belong to them.
pub fn source(site: &Site, head: usize, beyond: usize) -> Option<Words> {
    let head = speaker_behind(site, head, beyond).or_else(|| behind_circumstance(site, head, beyond)).unwrap_or(head);
    let alone = behind_place(site, head, beyond);
    let head = alone.unwrap_or(head);
    // "the letter that says so": the letter; "who" and "which" stand for themselves.
    if site.word(head) == "that" {
        let meant = site.clause(beyond).and_then(|clause| clause.subject).filter(|subject| subject.head == head);
        if let Some(noun) = meant.and_then(|subject| subject.antecedent) {
            let (first, last) = (site.reach(noun).0, head.checked_sub(1)?);
            let span = site.words(first.min(noun), last.max(noun).min(head - 1))?;
            return Some(Words { span, sentence: site.sentence, head: noun });
        }
    }
    let (mut first, mut last) = site.reach(head);
    if alone.is_some() {
        first = head;
    }
    last = past_participle(site, head, last, beyond);
    if site.child(head, &[Relation::Case]).is_some_and(|case| case < head) {
        first = first.max(site.child(head, &[Relation::Case])? + 1);
    }
    if first <= beyond && beyond < head {
        first = beyond + 1;
    }
    if head < beyond && beyond <= last {
        last = beyond - 1;
    }
    // A name that the parser cut: "said Ana | Reading".
    while last >= head
        && last + 1 < site.len()
        && matches!(site.at(last + 1).name, NameTag::Inside(_))
        && last + 1 != beyond
    {
        last += 1;
    }
    for at in head + 1..=last {
        let aside =
            at < site.len() - 1 && site.word(at) == "," && (opens_clause(site, at + 1) || opens_aside(site, at + 1));
        let ends = aside || matches!(site.word(at), ";" | ":" | "\"" | "“" | "”") || site.is_quoted(at);
        if ends {
            last = at - 1;
            break;
        }
    }
    // "This is the plan, showing …": the noun phrase of a predicate starts after its copula.
    if let Some(copula) = site.child(head, &[Relation::Cop]).filter(|&copula| copula < head) {
        first = first.max(copula + 1);
    }
    if let Some(at) =
        (first..head).rev().find(|&at| matches!(site.word(at), ";" | "\"" | "“" | "”") || site.is_quoted(at))
    {
        first = at + 1;
    }
    first = with_modifiers(site, first);
    first = without_another(site, first, head);
    // "But state senators", "and the clerk's book": the conjunction joins clauses.
    while first < head && matches!(site.word(first), "and" | "but" | "or" | "so" | "yet" | "nor") {
        first += 1;
    }
    // "said one clerk": what stands between the verb and its speaker.
    let behind = cue_tokens(site, beyond).1 + 1;
    let opens = |at: usize| matches!(site.upos(at), Upos::Det | Upos::Num | Upos::Adj | Upos::Noun | Upos::Propn);
    if (behind..first).all(opens)
        && (behind..first).len() == 1
        && matches!(site.word(behind), "one" | "another" | "a" | "the")
    {
        first = behind;
    }
    if first < head && matches!(site.word(first), "who" | "which" | "whom") {
        first += 1;
    }
    if head < beyond {
        first = clause_ends_before(site, first, head, beyond).map_or(first, |comma| comma + 1);
    }
    first = share_of(site, head).map_or(first, |share| share.min(first));
    let last = without_time(site, head, with_apposition(site, head, last, beyond));
    Some(Words { span: site.words(first, last)?, sentence: site.sentence, head })
}

/// The last token without a time behind the voice: "officials on Wednesday", "an officer at the port that evening".
fn without_time(site: &Site, head: usize, last: usize) -> usize {
    if last <= head || !time_word(site.word(last)) {
        return last;
    }
    let small = |at: usize| matches!(site.upos(at), Upos::Det | Upos::Adp) || matches!(site.word(at), "early" | "late");
    (head..last).rev().find(|&at| !small(at)).unwrap_or(head)
}

/// The comma that ends a clause before its speaker: in "…, injuring nine people, police said" the people are no voice.
///
/// Members of a joint voice have an "and" before the last of them, and an apposition is closed by a comma of its own.
fn clause_ends_before(site: &Site, first: usize, head: usize, verb: usize) -> Option<usize> {
    let (cue, _) = cue_tokens(site, verb);
    let comma = (first + 1..head).rev().find(|&at| site.word(at) == ",")?;
    // "A girl is ill after a fall, a police source said."
    if (first..comma).any(|at| site.is_finite(at) && site.head(at).is_none_or(|up| !(first..at).contains(&up))) {
        return Some(comma);
    }
    let joins = |at: usize| matches!(site.word(at), "and" | "or" | "nor" | "&" | "well");
    let joint = (comma..cue).any(joins);
    let closed = cue.checked_sub(1).is_some_and(|at| site.word(at) == ",");
    let after_noun = matches!(site.upos(comma - 1), Upos::Noun | Upos::Propn | Upos::Num);
    let opens = site.upos(comma + 1) == Upos::Det;
    ((after_noun || opens) && !joint && !closed).then_some(comma)
}

/// The speaker that the parser took for an apposition of the last noun of the clause before: in "…, to guard the bridge,
/// a clerk said" the clerk speaks. "The bridge guard, a clerk, said" closes its apposition with a comma of its own.
fn speaker_behind(site: &Site, head: usize, verb: usize) -> Option<usize> {
    let (cue, _) = cue_tokens(site, verb);
    let comma = (head + 1..cue).find(|&at| site.word(at) == ",")?;
    let closed = cue.checked_sub(1) == Some(comma) || (comma + 1..cue).any(|at| site.word(at) == ",");
    let speaker = site.child(head, &[Relation::Appos]).filter(|&at| comma < at && at < cue)?;
    let indefinite = matches!(site.word(comma + 1), "a" | "an" | "one" | "another" | "some");
    (!closed && indefinite).then_some(speaker)
}

/// The speaker behind the circumstance that the parser took for one: "On Twitter, | former clerk Ana Ruiz said".
fn behind_circumstance(site: &Site, head: usize, verb: usize) -> Option<usize> {
    let (cue, _) = cue_tokens(site, verb);
    let case = site.child(head, &[Relation::Case]).filter(|&case| case < head)?;
    let opens = case == 0 || site.is_mark(case - 1) || matches!(site.upos(case - 1), Upos::Cconj | Upos::Adv);
    let comma = (head + 1..cue).rev().find(|&at| site.word(at) == ",")?;
    let row = (comma + 1..cue).all(|at| {
        matches!(site.upos(at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Num) || site.xpos(at) == "POS"
    });
    let last = cue.checked_sub(1).filter(|&at| at > comma && is_nominal(site, at))?;
    (opens && row && site.is_finite(verb)).then_some(last)
}

/// The end of a voice with the object that the parser took for its verb's subject: "several clerks backing | Ruiz".
fn past_participle(site: &Site, head: usize, last: usize, verb: usize) -> usize {
    let (cue, _) = cue_tokens(site, verb);
    let cut = head < last && site.xpos(last) == "VBG" && site.relation(last) == Relation::Acl;
    let rest = || (last + 1..cue).all(|at| is_nominal(site, at) || site.upos(at) == Upos::Det);
    if cut && last + 1 < cue && rest() { cue - 1 } else { last }
}

/// The speaker behind an "and" that joins clauses: "sent a robot onto the property and | police confirmed".
fn behind_place(site: &Site, head: usize, verb: usize) -> Option<usize> {
    let (cue, _) = cue_tokens(site, verb);
    let before = site.reach(head).0.checked_sub(1).filter(|_| head < cue);
    let mark = site.child(verb, &[Relation::Mark]).or_else(|| site.child(head, &[Relation::Case]));
    let place = |at: usize| {
        matches!(
            site.word(at),
            "onto" | "into" | "at" | "on" | "in" | "near" | "over" | "to" | "from" | "inside" | "outside"
        )
    };
    let of_clause = before.is_some_and(place) || mark.is_some_and(|at| at < head && head - at < 4 && place(at));
    let last =
        cue.checked_sub(1).filter(|&at| at > head && site.relation(at) == Relation::Conj && is_nominal(site, at));
    last.filter(|&at| of_clause && site.head(at) == Some(head) && site.word(at - 1) == "and" && site.is_finite(verb))
}

/// "a woman, as one traveller walked past", "the clerk, while the band played": a clause that is no part of the voice.
fn opens_clause(site: &Site, at: usize) -> bool {
    let conjunction =
        site.upos(at) == Upos::Sconj || matches!(site.word(at), "as" | "while" | "when" | "after" | "because");
    conjunction && (at + 1..site.len()).take_while(|&later| !site.is_mark(later)).any(|later| site.is_finite(later))
}

/// "Ruiz, in Orlin", "Ruiz, speaking on a show": where or how it was said, not who said it.
fn opens_aside(site: &Site, at: usize) -> bool {
    let place = matches!(
        site.word(at),
        "in" | "at" | "on" | "after" | "during" | "with" | "for" | "under" | "before" | "since" | "despite" | "amid"
    );
    place && site.upos(at) == Upos::Adp
        || site.xpos(at) == "VBG" && site.upos(at) == Upos::Verb && site.word(at) != "including"
}

/// Where a share of people starts whose last number is the head: "about four in 10".
fn share_of(site: &Site, head: usize) -> Option<usize> {
    let number = |at: usize| site.upos(at) == Upos::Num;
    let middle = head.checked_sub(1).filter(|&at| number(head) && matches!(site.word(at), "in" | "of"))?;
    let mut first = middle.checked_sub(1).filter(|&at| number(at))?;
    // "about", "nearly", "more than"
    let modifies = |at: usize| {
        site.upos(at) == Upos::Adv
            || matches!(site.xpos(at), "JJR" | "RBR")
            || matches!(site.word(at), "about" | "than" | "around" | "some" | "out")
    };
    while first > 0 && modifies(first - 1) {
        first -= 1;
    }
    Some(first)
}

/// How far a voice reaches to the left: names, titles, possessors and modifiers that the parser hung elsewhere.
fn with_modifiers(site: &Site, mut first: usize) -> usize {
    let belongs = |at: usize| {
        let time = matches!(site.relation(at), Relation::OblUnmarked | Relation::NmodUnmarked);
        let possessive = matches!(site.word(at), "'s" | "’s" | "'" | "’") && site.xpos(at) == "POS";
        let kind = matches!(site.upos(at), Upos::Propn | Upos::Noun | Upos::Adj | Upos::Num) || possessive;
        kind && !time && !site.is_quoted(at)
    };
    // A pronoun or an article opens its phrase.
    if matches!(site.upos(first), Upos::Pron | Upos::Det) {
        return first;
    }
    while first > 0 && belongs(first - 1) {
        first -= 1;
    }
    if first > 0 && site.upos(first - 1) == Upos::Det && !site.is_quoted(first - 1) {
        first -= 1;
    }
    joint_before(site, first).unwrap_or(first)
}

/// Where a voice of several starts behind the one noun that the parser joined to it: "a young man | police said was tall".
fn without_another(site: &Site, first: usize, head: usize) -> usize {
    let several = site.word(head) == "police" || site.xpos(head) == "NNS";
    let one = matches!(site.word(first), "a" | "an") && (first..head).all(|at| site.xpos(at) != "POS");
    let noun = (first + 1..head).rev().find(|&at| site.xpos(at) == "NN").filter(|_| several && one);
    noun.filter(|&noun| (first + 1..noun).all(|at| site.upos(at) == Upos::Adj)).map_or(first, |noun| noun + 1)
}

/// Where a joint voice starts whose first half the parser hung elsewhere: "but | former officials and | engineers said".
fn joint_before(site: &Site, first: usize) -> Option<usize> {
    let joint = first.checked_sub(1).filter(|&at| matches!(site.word(at), "and" | "nor"))?;
    let noun = |at: usize| matches!(site.upos(at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Det);
    let mut start = joint;
    while start > 0 && (noun(start - 1) || site.xpos(start - 1) == "POS") && !site.is_quoted(start - 1) {
        start -= 1;
    }
    let opens =
        start == 0 || site.is_mark(start - 1) || matches!(site.word(start - 1), "but" | "while" | "and" | "that");
    (start < joint && opens && matches!(site.upos(joint - 1), Upos::Noun | Upos::Propn)).then_some(start)
}

/// How far a voice reaches with the apposition behind it: "Ana Ruiz, head of the port authority, said" and
/// "said Ana Ruiz, head of the port authority."
fn with_apposition(site: &Site, head: usize, reached: usize, verb: usize) -> usize {
    let is_comma = |at: usize| site.word(at) == ",";
    let quiet = |from: usize, to: usize| {
        (from..to).all(|at| {
            !matches!(site.upos(at), Upos::Verb | Upos::Aux | Upos::Cconj | Upos::Pron) && !site.is_quoted(at)
        })
    };
    // "a captain and a teacher who left in May": a verb stands in its relative clause only.
    let describing = |from: usize, to: usize| {
        let mut relative = false;
        (from..to).all(|at| {
            relative = match site.word(at) {
                "who" | "which" | "whose" | "that" => true,
                "," => false,
                _ => relative,
            };
            (relative || !site.is_finite(at)) && !site.is_quoted(at)
        })
    };
    let mut last = reached;
    if head > verb {
        // "said Ana Ruiz (Ind., Orlin), head of the port": the parser cuts the name or its apposition.
        let name_end = (head + 1..site.len()).take_while(|&at| site.upos(at) == Upos::Propn && !is_comma(at)).last();
        let parted = (head..=last).find(|&at| is_comma(at)).and_then(|at| at.checked_sub(1));
        last = parted.or(name_end.filter(|&end| end > last)).unwrap_or(last);
        // "said Ana Ruiz of the port", "said one clerk close to the mayor": what belongs to the noun itself.
        let belongs = site.word(last + 1) == "of" || site.upos(last + 1) == Upos::Adj;
        if belongs && !site.is_quoted(last + 1) {
            let more = (last + 1..site.len()).take_while(|&at| {
                let part =
                    matches!(site.upos(at), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Adp | Upos::Num);
                part && !time_word(site.word(at)) || matches!(site.word(at), "'s" | "’s")
            });
            last = more.last().unwrap_or(last);
        }
        if site.word(last + 1) == "(" {
            last = (last + 2..site.len().min(last + 14)).find(|&at| site.word(at) == ")").unwrap_or(last);
        }
    }
    if last + 1 >= site.len() || !is_comma(last + 1) || opens_aside(site, last + 2) {
        return last;
    }
    if head < verb {
        // Up to the comma before the cue.
        let (cue, _) = cue_tokens(site, verb);
        let closes = cue.checked_sub(1).filter(|&at| at > last + 1 && is_comma(at));
        let described = |at: usize| {
            let noun = matches!(site.upos(last + 2), Upos::Det) && !(last + 2..at).any(is_comma);
            quiet(last + 2, at) || noun && describing(last + 2, at)
        };
        return closes.filter(|&at| described(at)).map_or(last, |at| at - 1);
    }
    let last = last.max(reached);
    let mark = |from: usize| {
        let stops =
            |&at: &usize| site.is_mark(at) && !matches!(site.word(at), "'" | "’" | "-" | "'s" | "’s" | "." | "(" | ")");
        (from..site.len()).find(stops).unwrap_or(site.len() - usize::from(site.is_mark(site.len() - 1)))
    };
    let described = |at: usize| matches!(site.word(at), "who" | "whose" | "which");
    let mut end = last;
    // ", head of the port, which …": an apposition, then a relative clause, which the sentence ends.
    let next = end + 2;
    if next < site.len() && matches!(site.upos(next), Upos::Det | Upos::Adj | Upos::Noun | Upos::Num | Upos::Propn) {
        let stop = mark(next);
        let whole = || site.upos(next) == Upos::Det && site.is_mark(stop) && describing(next, stop);
        if stop > next && (quiet(next, stop) || whole()) {
            end = stop - 1;
        }
    }
    if is_comma(end + 1) && described(end + 2) {
        let stop =
            (end + 2..site.len()).find(|&at| site.is_quoted(at) || matches!(site.word(at), "“" | "``" | ";" | "—"));
        end = stop.unwrap_or(site.len() - usize::from(site.is_mark(site.len() - 1))) - 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::reported;

    /// The voice of the first claim of a sentence.
    fn voice(sentence: &str) -> String {
        reported(sentence).first().and_then(|claim| claim.split(": ").nth(1)).unwrap_or_default().to_owned()
    }

    #[test]
    fn the_clause_before_a_speaker_is_no_part_of_the_voice() {
        for (sentence, wanted) in [
            ("A tram left the rails in Orlin on Monday, injuring nine people, police said.", "police"),
            ("The exercises were held in January, a diplomat in Orlin said.", "a diplomat in Orlin"),
            ("The council hired forty men to guard the bridge, a clerk told reporters.", "a clerk"),
            ("The ferry was late, an official close to the mayor said.", "an official close to the mayor"),
            ("The mayor, the governor and police said the road was closed.", "The mayor, the governor and police"),
            ("A tall, quiet man said the ferry was late.", "A tall, quiet man"),
            ("“It is cold,” said a woman in shock, as one traveller walked past with a bag.", "a woman in shock"),
            ("On Twitter, former clerk Ana Ruiz said the ferry was late.", "Ana Ruiz"),
            ("But state senators said the ferry was late.", "state senators"),
            ("Ana Ruiz, in Orlin, said the ferry was late.", "Ana Ruiz"),
            ("Two clerks, speaking on a show, said the ferry was late.", "Two clerks"),
            ("About 4 in 10 say they want the next mayor to have more liberal views.", "About 4 in 10"),
            ("“It is cold,” said Ana Ruiz, a captain and a mother who lives in Orlin.", "Ana Ruiz"),
            ("A clerk who had left the port said the ferry was late.", "A clerk"),
            ("The mayor issued a statement saying the ferry was late.", "The mayor"),
            ("The guards sought a young man police said was tall.", "police"),
            ("The guards sent a robot onto the property and police confirmed it was late.", "police"),
        ] {
            assert_eq!(voice(sentence), wanted, "{sentence}");
        }
    }
}
