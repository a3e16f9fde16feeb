//! Owns the way of a whole history from one file into a new one: row by row, so that nothing of a file's
//! own schema, and no free page, comes along.

use rusqlite::types::Value;
use rusqlite::{Connection, Transaction, params_from_iter};
use sha2::{Digest as _, Sha256};

use super::digest::Digest;
use super::error::HistoryError;

/// A table, its columns, and the order in which its rows can be written.
struct Table {
    name: &'static str,
    columns: &'static str,
    order: &'static str,
}

/// All tables, those that others refer to first.
const TABLES: [Table; 10] = [
    Table { name: "about", columns: "one, history, program", order: "one" },
    Table { name: "device", columns: "id, created, own, chain_key, place", order: "id" },
    Table { name: "definition", columns: "hash, questionnaire, version, content", order: "hash" },
    Table { name: "entry", columns: super::chain::COLUMNS, order: "device, sequence" },
    Table { name: "record", columns: super::rows::COLUMNS, order: "id" },
    Table {
        name: "draft",
        columns: "id, definition, context_definition, touched, content, digest",
        order: "id",
    },
    Table {
        name: "draft_part",
        columns: "draft, part, item, content, digest",
        order: "draft, part, item",
    },
    Table { name: "export", columns: "id, content, digest", order: "id" },
    Table {
        name: "seal",
        columns: "one, number, previous, records, drafts, exports, devices, code",
        order: "one",
    },
    Table { name: "recovery", columns: "one, key", order: "one" },
];

/// Copies every row; the new file has its tables and nothing in them.
pub(super) fn copy(from: &Connection, to: &Transaction<'_>) -> Result<(), HistoryError> {
    for Table { name, columns, order } in TABLES {
        let places = columns.split(',').enumerate().map(|(at, _)| format!("?{}", at + 1));
        let places: Vec<String> = places.collect();
        let sql = format!("INSERT INTO {name} ({columns}) VALUES ({})", places.join(", "));
        let mut insert = to.prepare(&sql)?;
        each_row(from, name, columns, order, |values| {
            insert.execute(params_from_iter(values))?;
            Ok(())
        })?;
    }
    Ok(())
}

/// Returns a digest over every row, to compare a copy with what it was made of.
pub(super) fn digest(connection: &Connection) -> Result<Digest, HistoryError> {
    let mut hash = Sha256::new();
    for Table { name, columns, order } in TABLES {
        hash.update((name.len() as u64).to_be_bytes());
        hash.update(name);
        each_row(connection, name, columns, order, |values| {
            for value in values {
                let (kind, bytes) = match value {
                    Value::Null => (0, Vec::new()),
                    Value::Integer(number) => (1, number.to_be_bytes().to_vec()),
                    Value::Real(number) => (2, number.to_be_bytes().to_vec()),
                    Value::Text(text) => (3, text.into_bytes()),
                    Value::Blob(bytes) => (4, bytes),
                };
                hash.update([kind]);
                hash.update((bytes.len() as u64).to_be_bytes());
                hash.update(bytes);
            }
            Ok(())
        })?;
    }
    Ok(hash.finalize().into())
}

fn each_row(
    connection: &Connection,
    name: &str,
    columns: &str,
    order: &str,
    mut each: impl FnMut(Vec<Value>) -> Result<(), HistoryError>,
) -> Result<(), HistoryError> {
    let sql = format!("SELECT {columns} FROM {name} ORDER BY {order}");
    let mut statement = connection.prepare(&sql)?;
    let count = statement.column_count();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each((0..count).map(|at| row.get(at)).collect::<Result<_, _>>()?)?;
    }
    Ok(())
}
