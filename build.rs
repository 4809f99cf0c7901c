//! Prepares what is built into the program.

fn main() {
    watch_migrations();
}

/// Migrations are embedded by a macro that cargo cannot see through: a new file would not be compiled in.
fn watch_migrations() {
    println!("cargo:rerun-if-changed=migrations");
}
