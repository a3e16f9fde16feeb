//! An XLSForm: the input is the XML of its first sheet.
#![no_main]

use std::io::{Cursor, Write};

use checkin::interop::{Wanted, read_foreign};
use libfuzzer_sys::fuzz_target;
use zip::write::{SimpleFileOptions, ZipWriter};

/// The parts around the sheet, by their paths in the archive.
const PARTS: [(&str, &str); 4] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="survey" sheetId="1" r:id="s"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
];

fuzz_target!(|sheet: &[u8]| {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in PARTS {
        archive.start_file(path, SimpleFileOptions::default()).expect("a new part");
        archive.write_all(text.as_bytes()).expect("memory takes it");
    }
    archive.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).expect("a part");
    archive.write_all(sheet).expect("memory takes it");
    let bytes = archive.finish().expect("a whole archive").into_inner();
    let wanted = Wanted { language: None, one: None, unscored: true };
    let _ = read_foreign(&bytes, None, None, wanted);
});
