//! Stories, facts, relations, conflicts, copied sentences and origins of what a transaction touched, made anew.

use rusqlite::Connection;

use super::touched::Touched;
use crate::error::Error;

/// Makes anew what the touched articles take part in; called once a transaction, after linking.
pub fn compare(connection: &Connection, touched: &mut Touched) -> Result<(), Error> {
    let _ = (connection, touched);
    Ok(())
}
