//! The closed classes of Universal Dependencies: word classes and relations.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Universal word class (<https://universaldependencies.org/u/pos/>).
    Upos {
        /// Adjective.
        Adj = "ADJ",
        /// Adposition.
        Adp = "ADP",
        /// Adverb.
        Adv = "ADV",
        /// Auxiliary.
        Aux = "AUX",
        /// Coordinating conjunction.
        Cconj = "CCONJ",
        /// Determiner.
        Det = "DET",
        /// Interjection.
        Intj = "INTJ",
        /// Noun.
        Noun = "NOUN",
        /// Numeral.
        Num = "NUM",
        /// Particle.
        Part = "PART",
        /// Pronoun.
        Pron = "PRON",
        /// Proper noun.
        Propn = "PROPN",
        /// Punctuation.
        Punct = "PUNCT",
        /// Subordinating conjunction.
        Sconj = "SCONJ",
        /// Symbol.
        Sym = "SYM",
        /// Verb.
        Verb = "VERB",
        /// Anything else.
        X = "X",
    }
}

vocabulary! {
    /// Dependency relation, with the subtypes that the English treebanks use
    /// (<https://universaldependencies.org/en/dep/>).
    Relation {
        /// The head of the sentence.
        Root = "root",
        /// Clause that modifies a noun.
        Acl = "acl",
        /// Relative clause.
        AclRelcl = "acl:relcl",
        /// Adverbial clause.
        Advcl = "advcl",
        /// Adverbial relative clause.
        AdvclRelcl = "advcl:relcl",
        /// Adverbial modifier.
        Advmod = "advmod",
        /// Adjectival modifier.
        Amod = "amod",
        /// Apposition.
        Appos = "appos",
        /// Auxiliary.
        Aux = "aux",
        /// Passive auxiliary.
        AuxPass = "aux:pass",
        /// Adposition or possessive mark.
        Case = "case",
        /// Coordinating conjunction.
        Cc = "cc",
        /// First half of a paired conjunction.
        CcPreconj = "cc:preconj",
        /// Clausal complement.
        Ccomp = "ccomp",
        /// Compound.
        Compound = "compound",
        /// Verb particle.
        CompoundPrt = "compound:prt",
        /// Conjunct.
        Conj = "conj",
        /// Copula.
        Cop = "cop",
        /// Clausal subject.
        Csubj = "csubj",
        /// Passive clausal subject.
        CsubjPass = "csubj:pass",
        /// Unknown dependency.
        Dep = "dep",
        /// Determiner.
        Det = "det",
        /// Predeterminer.
        DetPredet = "det:predet",
        /// Discourse element.
        Discourse = "discourse",
        /// Dislocated element.
        Dislocated = "dislocated",
        /// Expletive.
        Expl = "expl",
        /// Fixed expression.
        Fixed = "fixed",
        /// Flat name.
        Flat = "flat",
        /// Word broken in two.
        Goeswith = "goeswith",
        /// Indirect object.
        Iobj = "iobj",
        /// List item.
        List = "list",
        /// Subordinating mark ("that").
        Mark = "mark",
        /// Nominal modifier.
        Nmod = "nmod",
        /// Title or post before a name, which is its head: "President Ode".
        NmodDesc = "nmod:desc",
        /// Possessor.
        NmodPoss = "nmod:poss",
        /// Nominal of time or measure on a noun.
        NmodUnmarked = "nmod:unmarked",
        /// Nominal subject.
        Nsubj = "nsubj",
        /// Passive nominal subject.
        NsubjPass = "nsubj:pass",
        /// Outer subject of a clausal copula.
        NsubjOuter = "nsubj:outer",
        /// Numeric modifier.
        Nummod = "nummod",
        /// Direct object.
        Obj = "obj",
        /// Oblique nominal.
        Obl = "obl",
        /// Agent of a passive.
        OblAgent = "obl:agent",
        /// Oblique without adposition: time, measure.
        OblUnmarked = "obl:unmarked",
        /// Stand-in of an elided head.
        Orphan = "orphan",
        /// Loose side by side: "X, he said".
        Parataxis = "parataxis",
        /// Punctuation.
        Punct = "punct",
        /// Disfluency that is taken back.
        Reparandum = "reparandum",
        /// Vocative.
        Vocative = "vocative",
        /// Open clausal complement.
        Xcomp = "xcomp",
    }
}

impl Relation {
    /// Subject of any kind.
    #[must_use]
    pub const fn is_subject(self) -> bool {
        matches!(self, Self::Nsubj | Self::NsubjPass | Self::NsubjOuter | Self::Csubj | Self::CsubjPass)
    }

    /// The relation for a label of a treebank: as it is, or its part before the colon, or `dep`.
    #[must_use]
    pub fn of_label(label: &str) -> Self {
        let base = label.split(':').next().unwrap_or(label);
        label.parse().or_else(|_| base.parse()).unwrap_or(Self::Dep)
    }
}
