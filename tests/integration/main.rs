//! The program as people use it: every test runs the built binary on files of its own.

mod bad_input;
mod desk;
mod identity;
mod loading;
mod migrations;
mod opening;
