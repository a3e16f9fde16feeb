//! A table of old check-ins.
#![no_main]

use std::collections::BTreeMap;

use checkin::interop::{Column, PastTable, column_by_name};
use checkin::questionnaire::{Catalogue, QuestionnaireId};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(table) = PastTable::read(text) else { return };
    let support = Catalogue::new(Vec::new()).load(&QuestionnaireId::new("support"));
    let support = support.expect("it is built in");
    let columns: BTreeMap<String, Column> = table
        .columns()
        .iter()
        .filter_map(|name| Some((name.clone(), column_by_name(name, &support)?)))
        .collect();
    for format in ["%Y-%m-%d", "%d.%m.%Y"] {
        if let Ok(rows) = table.rows(&columns, format, &support) {
            assert!(rows.len() <= table.len());
        }
    }
});
