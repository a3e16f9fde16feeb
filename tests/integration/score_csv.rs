//! `checkin score --from csv`: each row by itself, whatever stands around it.

use serde_json::Value;

use crate::harness::Harness;
use crate::score::{HEARD, lines, score};

#[test]
fn csv_goes_in_and_comes_out() {
    let harness = Harness::new();
    let input = "id,date,heard,support.recognised,understood,alone\r\n\
                 a,2026-09-04,4,3,skipped,1\r\n\
                 b,,4,3,,1\r\n\
                 \"c, d\",2026-09-04,4,maybe,2,1\r\n\
                 e,2026-09-04,4\r\n\
                 \"f,2026-09-04,4,3,2,1\r\n\
                 g,2026-09-04,4.0,3,2,1\r\n";
    let outcome = score(&harness, &["support", "--from", "csv"], input).ends_with(1);
    insta::assert_snapshot!(outcome.stdout, @r#"
    id,questionnaire,version,error,support.support.value,support.support.raw,support.support.answered,support.support.of,support.support.band,support.support.t_score,support.support.reason
    a,support,1.0.0,,83.33333333333334,3.3333333333333335,3,4,upper third,,
    b,support,1.0.0,"`support.understood` has no answer; give one, or ""skipped""",,,,,,,
    "c, d",support,1.0.0,"`support.recognised` has no answer that can be read; give a number, true or false, a list like [1, 2], skipped or not_applicable, or leave the cell empty",,,,,,,
    e,support,1.0.0,"the row has 3 cells, and the heading 6",,,,,,,
    ,support,1.0.0,a quotation mark is not closed on its line,,,,,,,
    g,support,1.0.0,,75.0,3.0,4,4,upper third,,
    "#);
    let as_json =
        score(&harness, &["support", "--from", "csv", "--to", "ndjson"], input).ends_with(1);
    let values: Vec<Value> = lines(&as_json)
        .iter()
        .map(|line| line["scores"]["support.support"]["value"].clone())
        .collect();
    let of_json = &lines(&score(&harness, &["support"], HEARD).succeeds())[0];
    assert_eq!(values[0], of_json["scores"]["support.support"]["value"]);
    assert!(values[5].is_number());
}

#[test]
fn a_row_of_csv_owes_nothing_to_the_rows_before_it() {
    let harness = Harness::new();
    let heading = b"id,heard,recognised,understood,alone\n";
    let rows: [&[u8]; 7] = [
        "xx\u{e9}\u{e9},1,2,3,4\n".as_bytes(),
        b"a,1,2,3,\xc3\n",
        b"b,1,2,3,4\n",
        b"\"a\n",
        b"b\",1,2,3,4\n",
        "\u{e9},1,2,3,4\n".as_bytes(),
        b"c,1,2,3,4\n",
    ];
    let given = |rows: &[&[u8]]| {
        let path = harness.home().join("rows.csv");
        std::fs::write(path, [&heading[..], &rows.concat()].concat()).expect("a file");
        let arguments = ["score", "support", "--input", "rows.csv", "--to", "ndjson"];
        lines(&harness.checkin(&arguments).run())
    };
    let together = given(&rows);
    let alone: Vec<Value> = rows.iter().flat_map(|row| given(&[row])).collect();
    assert_eq!(together, alone);
    let wrong: Vec<usize> =
        (0..rows.len()).filter(|row| together[*row].get("error").is_some()).collect();
    assert_eq!(wrong, [1, 3, 4], "{together:?}");
    assert_eq!(together[0]["id"], "xx\u{e9}\u{e9}");
}

#[test]
fn a_heading_that_cannot_be_used_is_refused_before_anything_is_scored() {
    let harness = Harness::new();
    for (heading, problem) in [
        ("id,heard,herd\n", "unknown column `herd`; did you mean `support.heard`"),
        ("id;heard\n", "unknown column `id;heard`; columns are separated by commas"),
        ("id,heard,support.heard\n", "`support.heard` is there twice"),
        ("id,date\n", "no column is named after an item"),
        ("", "the answers have no heading"),
    ] {
        let outcome = score(&harness, &["support", "--from", "csv"], heading).ends_with(1);
        assert!(outcome.stderr.contains(problem), "{}", outcome.stderr);
        assert_eq!(outcome.stdout, "");
    }
}
