//! How likely the voice of a hop is the right one.
//!
//! It looks at the report that found the voice and at the voice itself, never at other articles.

use super::report::Report;
use crate::reading::Voice;
use crate::reading::kinds::Anonymity;

/// How likely `voice` is the one that `report` is about, 0 to 1.
#[must_use]
pub fn confidence(report: &Report, voice: &Voice) -> f32 {
    match voice.anonymity {
        Anonymity::Unresolved => 0.5,
        Anonymity::Unnamed => 0.7,
        Anonymity::Named | Anonymity::Described | Anonymity::Collective => match report.rule {
            "quotation-carried" | "colon" | "dash" => 0.7,
            _ => 0.85,
        },
    }
}
