//! The closed word lists of the database (sections, kinds, strengths …) as enums that know their written form.
//!
//! One macro, so that a word stands in one place: the variant, its spelling in the tables and its meaning.

/// Declares an enum whose variants are words of the database.
///
/// Each gets `as_str`, `ALL`, `Display` and `FromStr` (the error is the unknown word).
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// Every word, in the order of the documentation.
            #[allow(dead_code, reason = "not every list is gone through word by word")]
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word as it stands in the tables.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;
            fn from_str(word: &str) -> Result<Self, String> {
                match word { $($word => Ok(Self::$variant),)+ other => Err(other.to_owned()) }
            }
        }
    };
}
pub(crate) use vocabulary;
