//! One sentence as values see it: its tree with quick ways around, the mentions on it, the claims that hold its words.

use crate::language::clause::Origin;
use crate::language::{Relation, Syntax, Tree, Upos};
use crate::reading::{Claim, DescriptorKind, EntityKind, Mention, Reading};
use crate::span::Span;

use rustc_hash::FxHashMap;

use super::lexicons;

/// The claims of an article by sentence, and who holds which post in it.
pub(super) struct Claims {
    by_sentence: Vec<Vec<usize>>,
    holders: FxHashMap<String, Option<usize>>,
}

impl Claims {
    pub(super) fn of(body: &str, reading: &Reading) -> Self {
        let mut by_sentence = vec![Vec::new(); reading.sentences.len()];
        for (at, claim) in reading.claims.iter().enumerate() {
            let hull = claim.hull();
            let first = reading.sentences.partition_point(|sentence| sentence.span.end <= hull.start);
            for (sentence, list) in by_sentence.iter_mut().enumerate().skip(first) {
                if reading.sentences[sentence].span.start >= hull.end {
                    break;
                }
                list.push(at);
            }
        }
        Self { by_sentence, holders: holders(body, reading) }
    }

    /// The claim that holds a span, wherever it stands.
    pub(super) fn at(&self, reading: &Reading, span: Span) -> Option<usize> {
        let sentence = reading.sentences.partition_point(|sentence| sentence.span.end <= span.start);
        innermost(reading, self.by_sentence.get(sentence)?, span)
    }

    /// The claim whose voice these words name.
    pub(super) fn said_by(&self, reading: &Reading, span: Span) -> Option<usize> {
        let sentence = reading.sentences.partition_point(|sentence| sentence.span.end <= span.start);
        let names = |claim: &&usize| {
            let mut sources = reading.claims[**claim].hops.iter().filter_map(|hop| hop.source);
            sources.any(|source| source.start <= span.start && span.end <= source.end)
        };
        self.by_sentence.get(sentence)?.iter().find(names).copied()
    }
}

/// The person of an article of whom a title or post is said, by its last word: "chairman". Of several the one who is
/// named far more often than the others: that is the story's chairman.
fn holders(body: &str, reading: &Reading) -> FxHashMap<String, Option<usize>> {
    let mut named = vec![0_usize; reading.entities.len()];
    for entity in reading.mentions.iter().filter_map(|mention| mention.entity) {
        named[entity] += 1;
    }
    let mut found: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for descriptor in &reading.descriptors {
        let said = matches!(descriptor.kind, DescriptorKind::Post | DescriptorKind::Title);
        let Some(entity) = reading.mentions[descriptor.mention].entity.filter(|_| said) else { continue };
        let words = descriptor.span.of(body).to_lowercase();
        let head = words.split([',', '(']).next().and_then(|words| words.split(" of ").next()).unwrap_or_default();
        let Some(last) = head.split_whitespace().last().map(str::to_owned) else { continue };
        let known = found.entry(last).or_default();
        if !known.contains(&entity) {
            known.push(entity);
        }
    }
    let chosen = |mut of: Vec<usize>| {
        of.sort_by_key(|&entity| (std::cmp::Reverse(named[entity]), entity));
        match of[..] {
            [first, second, ..] if named[first] < 3 * named[second] => None,
            [first, ..] => Some(first),
            [] => None,
        }
    };
    found.into_iter().map(|(post, of)| (post, chosen(of))).collect()
}

/// The claim that holds a span: the shortest, then the one with more hops; of one that only spans it, an attributed one.
fn innermost(reading: &Reading, claims: &[usize], span: Span) -> Option<usize> {
    let length = |claim: &Claim| claim.parts.iter().map(|part| part.len()).sum::<usize>();
    let best = |wanted: &dyn Fn(&Claim) -> bool| {
        claims
            .iter()
            .copied()
            .filter(|&at| wanted(&reading.claims[at]))
            .min_by_key(|&at| (length(&reading.claims[at]), std::cmp::Reverse(reading.claims[at].hops.len()), at))
    };
    best(&|claim| claim.parts.iter().any(|part| part.contains(span)))
        .or_else(|| best(&|claim| claim.hull().contains(span) && !claim.hops.is_empty()))
}

/// A sentence with all that is known of it.
pub(super) struct Scene<'a> {
    pub body: &'a str,
    pub tree: &'a Tree,
    pub sentence: usize,
    pub reading: &'a Reading,
    claims: &'a [usize],
    holders: &'a FxHashMap<String, Option<usize>>,
    pub(super) syntax: &'a Syntax<'a>,
    mentions: Vec<Option<usize>>,
}

impl<'a> Scene<'a> {
    pub(super) fn of(
        body: &'a str,
        syntax: &'a Syntax<'a>,
        sentence: usize,
        reading: &'a Reading,
        claims: &'a Claims,
    ) -> Self {
        let tree = syntax.tree;
        let mut mentions = vec![None; tree.tokens.len()];
        let first = reading.mentions.partition_point(|mention| mention.sentence < sentence);
        for (at, mention) in reading.mentions.iter().enumerate().skip(first) {
            if mention.sentence != sentence {
                break;
            }
            for (token, slot) in tree.tokens.iter().zip(&mut mentions) {
                if mention.span.contains(token.span) && (slot.is_none() || mention.entity.is_some()) {
                    *slot = Some(at);
                }
            }
        }
        let holders = &claims.holders;
        let claims = claims.by_sentence.get(sentence).map(Vec::as_slice).unwrap_or_default();
        Self { body, tree, sentence, reading, claims, holders, syntax, mentions }
    }

    /// The claim that holds a span.
    pub(super) fn claim_at(&self, span: Span) -> Option<usize> {
        innermost(self.reading, self.claims, span)
    }

    /// The claim that holds a span, or whose cue does: "opposes" of "Vera Lund opposes the bridge".
    pub(super) fn claim_or_cue_at(&self, span: Span) -> Option<(usize, Option<Span>)> {
        let cue = |claim: usize| self.reading.claims[claim].hops.last()?.cue.filter(|cue| cue.overlaps(span));
        self.claim_at(span)
            .map(|claim| (claim, None))
            .or_else(|| self.claims.iter().find_map(|&claim| cue(claim).map(|cue| (claim, Some(cue)))))
    }

    pub(super) fn lemma(&self, at: usize) -> &'a str {
        &self.tree.tokens[at].lemma
    }

    pub(super) fn lower(&self, at: usize) -> String {
        self.tree.word(self.body, at).to_lowercase()
    }

    pub(super) fn upos(&self, at: usize) -> Upos {
        self.tree.tokens[at].upos
    }

    pub(super) fn relation(&self, at: usize) -> Relation {
        self.tree.tokens[at].relation
    }

    pub(super) fn head(&self, at: usize) -> Option<usize> {
        self.tree.tokens[at].head
    }

    pub(super) fn span(&self, at: usize) -> Span {
        self.tree.tokens[at].span
    }

    pub(super) fn children(&self, at: usize) -> &[usize] {
        self.syntax.children(at)
    }

    pub(super) fn child(&self, at: usize, relations: &[Relation]) -> Option<usize> {
        self.syntax.children(at).iter().copied().find(|&child| relations.contains(&self.relation(child)))
    }

    pub(super) fn is_verb(&self, at: usize) -> bool {
        self.upos(at) == Upos::Verb
    }

    /// The mention that a token belongs to, or that follows it as a title: "General" of "General Vasily Orlov".
    pub(super) fn mention(&self, at: usize) -> Option<&'a Mention> {
        let flat = || {
            self.syntax
                .children(at)
                .iter()
                .find(|&&child| self.relation(child) == Relation::Flat)
                .and_then(|&child| self.mentions[child])
        };
        self.mentions[at].or_else(flat).map(|mention| &self.reading.mentions[mention])
    }

    pub(super) fn entity(&self, at: usize) -> Option<usize> {
        self.mention(at)?.entity
    }

    /// Whether a noun without a name of its own means one human being: a post or trade, "woman".
    pub(super) fn is_person_noun(&self, at: usize) -> bool {
        self.upos(at) == Upos::Noun && lexicons::is_person(&self.lemma(at).to_lowercase())
    }

    /// The entity of a noun that names one or holds its post: "the chairman" where one chairman is named, "I" in the words of a voice.
    pub(super) fn party(&self, at: usize) -> Option<usize> {
        let definite = || {
            self.upos(at) == Upos::Noun
                && self
                    .syntax
                    .children(at)
                    .iter()
                    .any(|&child| self.relation(child) == Relation::Det && self.lower(child) == "the")
        };
        let speaker = || {
            let first = matches!(self.lower(at).as_str(), "i" | "me" | "my" | "myself");
            let hops = &self.reading.claims[self.claim_at(self.span(at)).filter(|_| first)?].hops;
            self.reading.voices[hops.last()?.voice].entity
        };
        self.entity(at)
            .or_else(speaker)
            .or_else(|| self.holders.get(self.lemma(at)).copied().flatten().filter(|_| definite()))
    }

    pub(super) fn entity_kind(&self, at: usize) -> Option<EntityKind> {
        self.entity(at).map(|entity| self.reading.entities[entity].kind)
    }

    /// The tokens that a span covers.
    pub(super) fn tokens_in(&self, span: Span) -> std::ops::Range<usize> {
        let tokens = &self.tree.tokens;
        let first = tokens.partition_point(|token| token.span.end <= span.start);
        let last = tokens.partition_point(|token| token.span.start < span.end);
        first..last.max(first)
    }

    /// The token of a span that hangs outside it: the head of a phrase.
    pub(super) fn head_of(&self, span: Span) -> Option<usize> {
        let tokens = self.tokens_in(span);
        tokens.clone().find(|&at| self.head(at).is_none_or(|head| !tokens.contains(&head)))
    }

    /// The predicate that governs a noun: the verb, or the noun of a happening, on whose account it stands there.
    pub(super) fn governor(&self, at: usize) -> Option<usize> {
        let mut now = at;
        for _ in 0..8 {
            let up = self.head(now)?;
            match self.relation(now) {
                Relation::Nsubj
                | Relation::NsubjPass
                | Relation::NsubjOuter
                | Relation::Obj
                | Relation::Iobj
                | Relation::Obl
                | Relation::OblAgent
                | Relation::OblUnmarked => return Some(up),
                Relation::Nmod | Relation::NmodPoss | Relation::NmodUnmarked
                    if lexicons::is_event(self.lemma(up)) && self.upos(up) == Upos::Noun =>
                {
                    return Some(up);
                }
                Relation::Root | Relation::Parataxis | Relation::Ccomp | Relation::Advcl | Relation::Csubj => {
                    return None;
                }
                _ => now = up,
            }
        }
        None
    }

    /// The subject of a predicate by the grammar of its clause, and whether it suffers what the verb says.
    pub(super) fn subject(&self, verb: usize) -> Option<(usize, bool)> {
        let mut now = verb;
        let mut passive = self.is_passive(verb);
        for _ in 0..5 {
            let subject = self.syntax.clause(now).and_then(|clause| clause.subject);
            match subject.map(|subject| (subject.noun(), subject.origin)) {
                // A day does nothing: "landed on Saturday carrying …" is said of what landed.
                Some((noun, Origin::Described)) if self.upos(noun) == Upos::Adj || self.is_time(noun) => now = noun,
                Some((noun, _)) => return Some((noun, passive)),
                None => {
                    let up = self.head(now)?;
                    match self.relation(now) {
                        Relation::Acl | Relation::AclRelcl if self.upos(up) != Upos::Adj && !self.is_time(up) => {
                            return Some((up, passive));
                        }
                        Relation::Obl | Relation::OblUnmarked | Relation::Nmod if !self.is_time(now) => return None,
                        Relation::Acl
                        | Relation::Obl
                        | Relation::OblUnmarked
                        | Relation::Nmod
                        | Relation::Conj
                        | Relation::Xcomp
                        | Relation::Advcl
                        | Relation::Parataxis => {
                            now = up;
                            if !self.is_verb(verb) {
                                passive = self.is_passive(now);
                            }
                        }
                        _ => return None,
                    }
                }
            }
        }
        None
    }

    /// Whether a token stands in a word of time.
    pub(super) fn is_time(&self, at: usize) -> bool {
        let times = &self.reading.times;
        let first = times.partition_point(|time| time.span.end <= self.span(at).start);
        times.get(first).is_some_and(|time| time.span.overlaps(self.span(at)))
    }

    /// Whether a token stands in a number ("old" of "a 36-year-old climber").
    pub(super) fn is_number(&self, at: usize) -> bool {
        let quantities = &self.reading.quantities;
        let first = quantities.partition_point(|quantity| quantity.span.end <= self.span(at).start);
        quantities.get(first).is_some_and(|quantity| quantity.span.overlaps(self.span(at)))
    }

    pub(super) fn is_passive(&self, verb: usize) -> bool {
        self.syntax.clause(verb).is_some_and(|clause| clause.passive)
            || self.child(verb, &[Relation::NsubjPass, Relation::AuxPass]).is_some()
    }

    /// The object of a predicate; of a passive its subject.
    pub(super) fn object(&self, verb: usize) -> Option<usize> {
        if self.is_passive(verb) {
            return self.subject(verb).map(|(subject, _)| subject);
        }
        self.child(verb, &[Relation::Obj])
    }

    /// The doer: the subject of an active verb, "by …" of a passive one.
    pub(super) fn doer(&self, verb: usize) -> Option<usize> {
        if self.is_passive(verb) {
            self.child(verb, &[Relation::OblAgent])
        } else {
            self.subject(verb).map(|(subject, _)| subject)
        }
    }

    /// Whether a predicate is negated.
    pub(super) fn negation(&self, verb: usize) -> Option<usize> {
        self.children(verb).iter().copied().find(|&child| {
            matches!(self.lower(child).as_str(), "not" | "n't" | "n’t" | "never")
                && self.relation(child) != Relation::Conj
        })
    }

    /// The words from one token to another, on one line.
    pub(super) fn words(&self, mut from: usize, to: usize) -> String {
        while from < to && self.upos(from) == Upos::Punct {
            from += 1;
        }
        let text = self.span(from).hull(self.span(to)).of(self.body);
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // Inside a question a phrase that began a sentence begins small, unless it is a name.
        let named = self.upos(from) == Upos::Propn || self.mention(from).is_some();
        match words.chars().next() {
            Some(first) if !named && from == 0 => first.to_lowercase().collect::<String>() + &words[first.len_utf8()..],
            _ => words,
        }
    }
}
