//! The program as people use it: every test runs the built binary on files of its own.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod asking;
mod bad_input;
mod browser;
mod datasette;
mod desk;
mod gold;
mod helping;
mod identity;
mod loading;
mod migrations;
mod opening;
mod orders;
mod programs;
mod readme;
mod showing;
mod spreadsheet;
