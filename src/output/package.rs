//! `datapackage.json`: what the files of an export hold, as Frictionless Data describes it.

use std::io;

use rusqlite::types::Value;
use serde_json::{Value as Json, json};

use super::Rows;

/// Describes one file.
#[derive(Debug, Clone, Default)]
pub struct Resource {
    /// A name for programs.
    pub name: String,
    /// Where it lies, below the package.
    pub path: String,
    /// What a row is.
    pub description: String,
    /// Whether it is CSV for spreadsheets.
    pub excel: bool,
    /// Columns with their types and meanings.
    pub fields: Vec<Field>,
    /// The columns of its key.
    pub key: Vec<String>,
    /// Columns that refer to another file: column, its name, its column.
    pub references: Vec<[String; 3]>,
}

/// One column.
#[derive(Debug, Clone, Default)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// integer, number, string, or any where rows do not tell.
    pub kind: Option<&'static str>,
    /// What it means.
    pub description: String,
}

impl Resource {
    fn described(&self) -> Json {
        let ending = self.path.rsplit('.').next().unwrap_or_default();
        let fields: Vec<Json> = self.fields.iter().map(Field::described).collect();
        let mut schema = json!({ "fields": fields, "missingValues": [""] });
        if !self.key.is_empty() {
            schema["primaryKey"] = json!(self.key);
        }
        let references: Vec<Json> = self
            .references
            .iter()
            .map(|[column, table, theirs]| json!({ "fields": [column], "reference": { "resource": table, "fields": [theirs] } }))
            .collect();
        if !references.is_empty() {
            schema["foreignKeys"] = json!(references);
        }
        let mut resource = json!({
            "name": self.name,
            "path": self.path,
            "description": self.description,
            "format": ending,
            "encoding": "utf-8",
        });
        if matches!(ending, "csv" | "tsv") {
            let (delimiter, end) = (if ending == "tsv" { "\t" } else { "," }, if self.excel { "\r\n" } else { "\n" });
            resource["profile"] = json!("tabular-data-resource");
            resource["dialect"] =
                json!({ "delimiter": delimiter, "lineTerminator": end, "doubleQuote": true, "header": true });
        }
        resource["schema"] = schema;
        resource
    }
}

impl Field {
    fn described(&self) -> Json {
        let mut field = json!({ "name": self.name, "type": self.kind.unwrap_or("any") });
        if !self.description.is_empty() {
            field["description"] = json!(self.description);
        }
        field
    }
}

/// The text of `datapackage.json`.
#[must_use]
pub fn package(name: &str, created: &str, resources: &[Resource]) -> String {
    let package = json!({
        "profile": "data-package",
        "name": name,
        "title": "Facts of news reports, with their sources",
        "created": created,
        "resources": resources.iter().map(Resource::described).collect::<Vec<_>>(),
    });
    format!("{package:#}\n")
}

/// Rows on their way to a file, whose types are noted.
pub struct Typed<'w> {
    out: Box<dyn Rows + 'w>,
    kinds: Vec<Option<&'static str>>,
}

impl<'w> Typed<'w> {
    /// Notes the types of what goes to `out`.
    #[must_use]
    pub fn new(out: Box<dyn Rows + 'w>) -> Self {
        Self { out, kinds: Vec::new() }
    }

    /// The type of each column so far.
    #[must_use]
    pub fn kinds(&self) -> &[Option<&'static str>] {
        &self.kinds
    }
}

impl Rows for Typed<'_> {
    fn header(&mut self, columns: &[String]) -> io::Result<()> {
        self.kinds = vec![None; columns.len()];
        self.out.header(columns)
    }

    fn row(&mut self, values: &[Value]) -> io::Result<()> {
        for (kind, value) in self.kinds.iter_mut().zip(values) {
            *kind = wider(*kind, value);
        }
        self.out.row(values)
    }

    fn end(&mut self) -> io::Result<Vec<String>> {
        self.out.end()
    }
}

/// The type that holds both what came before and this value.
fn wider(kind: Option<&'static str>, value: &Value) -> Option<&'static str> {
    match (kind, value) {
        (kind, Value::Null) => kind,
        (None | Some("integer"), Value::Integer(_)) => Some("integer"),
        (None | Some("integer" | "number"), Value::Real(_) | Value::Integer(_)) => Some("number"),
        _ => Some("string"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_has_the_narrowest_type_that_holds_its_values() {
        let text = || Value::Text("x".into());
        let cases: [(&[Value], Option<&str>); 5] = [
            (&[Value::Null], None),
            (&[Value::Integer(1), Value::Null], Some("integer")),
            (&[Value::Integer(1), Value::Real(0.5), Value::Integer(2)], Some("number")),
            (&[Value::Integer(1), text()], Some("string")),
            (&[text(), Value::Integer(1)], Some("string")),
        ];
        for (values, expected) in cases {
            assert_eq!(values.iter().fold(None, wider), expected, "{values:?}");
        }
    }
}
