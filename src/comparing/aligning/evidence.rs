//! What tells for and against two passages telling of one thing and differing in it: numbers that name no word.
//!
//! Each sign is documented in `data/model/comparisons.tsv` beside its two weights, in this order.

use super::beside::Beside;
use super::candidates::Candidate;
use super::differences;

/// How many signs there are.
pub(crate) const SIGNS: usize = NAMES.len();

/// The names of the signs, in their order.
pub(crate) const NAMES: [&str; 40] = [
    "shared_weight",
    "shared_terms",
    "shared_words",
    "shared_names",
    "names_weight",
    "weight_overlap",
    "weight_jaccard",
    "weight_cosine",
    "rank_near",
    "rank_far",
    "rank_mutual",
    "rank_margin",
    "ratio_near",
    "ratio_far",
    "words_common",
    "words_common_long",
    "words_run",
    "same_text",
    "near_text",
    "one_article",
    "headline_one",
    "depth_apart",
    "depth_first",
    "depth_leads",
    "words_shorter",
    "words_longer",
    "voice_one",
    "voice_both",
    "voice_same",
    "voice_other",
    "quote_one",
    "quote_both",
    "quote_edited",
    "numbers_equal",
    "numbers_differ",
    "numbers_both",
    "times_equal",
    "times_differ",
    "hedge_one",
    "negation_one",
];

/// The signs of two passages, in the order of [`NAMES`].
pub(crate) type Evidence = [f64; SIGNS];

/// The signs of two passages side by side.
pub(super) fn evidence(beside: &Beside<'_>, candidate: &Candidate) -> Evidence {
    let (a, b) = (beside.a, beside.b);
    let (least, most) = (a.weight.min(b.weight).max(1e-9), (a.weight + b.weight - beside.weight).max(1e-9));
    let (shorter, longer) = (a.words.len().min(b.words.len()).max(1), a.words.len().max(b.words.len()).max(1));
    let common_long = beside.common_share();
    let (ahead, back) = (candidate.from_a, candidate.from_b);
    let voices = (&a.passage.voices, &b.passage.voices);
    let speak = (!voices.0.is_empty(), !voices.1.is_empty());
    let same_voice = voices.0.iter().any(|voice| voices.1.contains(voice));
    let quote = (!a.quoted.is_empty(), !b.quoted.is_empty());
    let numbers = differences::numbers(beside);
    let times = differences::times(beside);
    let is = |sign: bool| f64::from(u8::from(sign));
    let few = |count: usize, most: usize| count.min(most) as f64;
    [
        beside.weight.ln_1p(),
        beside.terms as f64,
        few(beside.terms - beside.names, 8),
        few(beside.names, 4),
        beside.names_weight.ln_1p(),
        beside.weight / least,
        beside.weight / most,
        beside.cosine(),
        ahead.rank.min(back.rank) as f64,
        ahead.rank.max(back.rank) as f64,
        is(ahead.rank == 0 && back.rank == 0),
        ahead.margin.max(back.margin),
        ahead.ratio.max(back.ratio),
        ahead.ratio.min(back.ratio),
        beside.common as f64 / shorter as f64,
        common_long,
        few(beside.run, 20),
        is(common_long > differences::SAME),
        is(common_long > differences::NEAR && common_long <= differences::SAME),
        is(beside.within),
        is(a.is_headline || b.is_headline),
        (a.depth - b.depth).abs(),
        a.depth.min(b.depth),
        is(a.ordinal.max(b.ordinal) <= 2),
        (shorter as f64).ln(),
        (longer as f64).ln(),
        is(speak.0 != speak.1),
        is(speak.0 && speak.1),
        is(same_voice),
        is(speak.0 && speak.1 && !same_voice),
        is(quote.0 != quote.1),
        is(quote.0 && quote.1),
        is(differences::is_edited(beside)),
        few(numbers.equal, 3),
        few(numbers.differ, 3),
        is(!a.passage.numbers.is_empty() && !b.passage.numbers.is_empty()),
        few(times.equal, 2),
        few(times.differ, 2),
        is(a.passage.hedged != b.passage.hedged),
        is(differences::is_negated(a) != differences::is_negated(b)),
    ]
}
