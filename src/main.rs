//! The `newsfacts` program.

fn main() {}
