//! What is read of Parquet and what is written to it, cell by cell and file by file.

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Float64Type, Int32Type, Int64Type, UInt32Type};
use arrow_array::{
    Array as _, ArrayRef, BooleanArray, Date32Array, DictionaryArray, Float64Array, Int64Array,
    ListArray, NullArray, RecordBatch, StringArray, TimestampNanosecondArray,
};
use arrow_schema::DataType;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use super::super::batches::Batch;
use super::super::scorer::Scorer;
use super::super::writer::{Output, Shape, Writer};
use super::*;
use crate::questionnaire::{Catalogue, Questionnaire, QuestionnaireId};
use crate::scoring::{Plan, Sheet};

fn support() -> Arc<Questionnaire> {
    let catalogue = Catalogue::new(Vec::new());
    crate::cli::workspace::installed(&catalogue, &QuestionnaireId::new("support")).unwrap()
}

fn numbers(values: &[i64]) -> ArrayRef {
    Arc::new(Int64Array::from(values.to_vec()))
}

fn texts(values: &[&str]) -> ArrayRef {
    Arc::new(StringArray::from(values.to_vec()))
}

fn write(path: &Path, columns: Vec<(&str, ArrayRef)>) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let rows = RecordBatch::try_from_iter_with_nullable(
        columns.into_iter().map(|(name, column)| (name, column, true)),
    )
    .unwrap();
    let mut writer =
        ArrowWriter::try_new(File::create(path).unwrap(), rows.schema(), None).unwrap();
    writer.write(&rows).unwrap();
    writer.close().unwrap();
}

/// Rows of the questionnaire `support` in which nothing is wrong.
fn good(ids: ArrayRef) -> Vec<(&'static str, ArrayRef)> {
    let same = numbers(&vec![1; ids.len()]);
    let items = ["heard", "recognised", "understood", "alone"].map(|item| (item, same.clone()));
    std::iter::once(("id", ids)).chain(items).collect()
}

fn with(
    mut columns: Vec<(&'static str, ArrayRef)>,
    name: &'static str,
    column: ArrayRef,
) -> Vec<(&'static str, ArrayRef)> {
    columns.retain(|(other, _)| *other != name);
    columns.push((name, column));
    columns
}

/// Scores a path and returns the lines of JSON.
fn lines(path: &Path) -> Vec<String> {
    let of = support();
    let plan = Plan::new(&of);
    let mut answers = Answers::open(path, &plan).unwrap();
    let mut scorer = Scorer::new(&plan, Writer::new(&Shape::Json, &plan), None);
    let mut lines = Vec::new();
    while let Some(table) = answers.next().unwrap() {
        scorer.batch = Batch::Table(table);
        scorer.score();
        let Output::Text(text) = &scorer.out else { panic!("text was asked for") };
        lines.extend(std::str::from_utf8(text).unwrap().lines().map(str::to_owned));
    }
    lines
}

fn refused(path: &Path) -> String {
    let of = support();
    let plan = Plan::new(&of);
    Answers::open(path, &plan).err().expect("it is refused").display()
}

#[test]
fn cells_of_every_type_are_answers_by_the_rules_of_csv() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.parquet");
    let list = ListArray::from_iter_primitive::<Int32Type, _, _>(vec![Some(vec![Some(1)])]);
    let decimal = arrow_cast::cast(&numbers(&[3]), &DataType::Decimal128(9, 2)).unwrap();
    let dictionary: DictionaryArray<Int32Type> = vec!["3"].into_iter().collect();
    let cases: Vec<(ArrayRef, Option<&str>)> = vec![
        (numbers(&[3]), None),
        (decimal, None),
        (Arc::new(Float64Array::from(vec![3.0])), None),
        (arrow_cast::cast(&numbers(&[3]), &DataType::Float32).unwrap(), None),
        (arrow_cast::cast(&texts(&["3"]), &DataType::Utf8View).unwrap(), None),
        (texts(&["skipped"]), None),
        (Arc::new(dictionary), None),
        (Arc::new(Float64Array::from(vec![f64::NAN])), Some("has no answer that can be read")),
        (Arc::new(Float64Array::from(vec![f64::INFINITY])), Some("no answer that can be read")),
        (Arc::new(Float64Array::from(vec![2.5])), Some("not one of those allowed")),
        (Arc::new(Int64Array::from(vec![None])), Some("`support.heard` has no answer; give one")),
        (Arc::new(NullArray::new(1)), Some("`support.heard` has no answer; give one")),
        (Arc::new(BooleanArray::from(vec![true])), Some("`support.heard`")),
        (texts(&["maybe"]), Some("no answer that can be read")),
        (Arc::new(list), Some("`support.heard`")),
    ];
    for (column, problem) in cases {
        let of = column.data_type().clone();
        write(&path, with(good(numbers(&[7])), "heard", column));
        let found = lines(&path);
        let [found] = found.as_slice() else { panic!("{found:?}") };
        match problem {
            None => assert!(found.starts_with("{\"id\":7,\"questionnaire\""), "{of}: {found}"),
            Some(problem) => {
                assert!(found.starts_with("{\"id\":7,\"error\":\"row 1 of "), "{of}: {found}");
                assert!(found.contains(problem), "{of}: {found}");
            }
        }
    }
}

#[test]
fn a_day_may_have_any_type_that_holds_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.parquet");
    let days: Vec<(ArrayRef, bool)> = vec![
        (Arc::new(Date32Array::from(vec![20_000])), true),
        (Arc::new(TimestampNanosecondArray::from(vec![1])), true),
        (texts(&["2026-09-04"]), true),
        (Arc::new(StringArray::from(vec![None::<&str>])), true),
        (texts(&["4.9.2026"]), false),
        (numbers(&[20_260_904]), false),
    ];
    for (column, is_day) in days {
        let of = column.data_type().clone();
        write(&path, with(good(numbers(&[7])), "date", column));
        assert_eq!(!lines(&path)[0].contains("`date` is not a day"), is_day, "{of}");
    }
}

#[test]
fn files_of_a_folder_are_read_in_order_and_rows_told_by_their_file() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    write(&place("clinic=b/part-0.parquet"), good(numbers(&[3])));
    write(&place("clinic=a/part-1.parquet"), with(good(numbers(&[2])), "alone", numbers(&[9])));
    write(&place("clinic=a/part-0.PARQUET"), good(numbers(&[0, 1])));
    write(&place("_temporary/part-0.parquet"), good(numbers(&[9])));
    write(&place(".part-2.parquet"), good(numbers(&[9])));
    fs::write(place("_SUCCESS"), "").unwrap();
    fs::write(place("clinic=a/README.txt"), "no data").unwrap();
    let found = lines(folder.path());
    let ids: Vec<&str> = found.iter().map(|line| line.split([':', ',']).nth(1).unwrap()).collect();
    assert_eq!(ids, ["0", "1", "2", "3"]);
    assert!(found[2].contains("row 1 of "), "{}", found[2]);
    assert!(found[2].contains("part-1.parquet: the answer to `support.alone`"), "{}", found[2]);
}

#[test]
fn what_cannot_be_used_is_refused_before_anything_is_scored() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    assert!(refused(folder.path()).contains("no Parquet file is in"));
    write(&place("a.parquet"), good(numbers(&[1])));
    write(&place("b.parquet"), with(good(numbers(&[1])), "herd", numbers(&[1])));
    let unknown = refused(folder.path());
    assert!(unknown.contains("unknown column `herd`; did you mean `support.heard`?"), "{unknown}");
    assert!(unknown.contains("b.parquet"), "{unknown}");
    write(&place("b.parquet"), good(texts(&["1"])));
    let ids = refused(folder.path());
    assert!(ids.contains("`id` is Utf8 in") && ids.contains("and Int64 in"), "{ids}");
    fs::write(place("c.parquet"), "PAR1 and no more").unwrap();
    assert!(refused(&place("c.parquet")).contains("as Parquet"));
    assert!(refused(&place("d.parquet")).contains("cannot read"));
}

/// Scores answers into a data set.
fn score_to(target: &Path, path: &Path) -> Result<(), String> {
    let of = support();
    let plan = Plan::new(&of);
    let mut answers = Answers::open(path, &plan).unwrap();
    let layout = Layout::new(&plan, Some(answers.id_type()));
    let mut data_set = Scores::create(target, &layout, &plan).map_err(|error| error.display())?;
    let mut scorer = Scorer::new(&plan, Writer::new(&Shape::Table(layout), &plan), None);
    while let Some(table) = answers.next().map_err(|error| error.display())? {
        scorer.batch = Batch::Table(table);
        scorer.score();
        let Output::Table(rows) = &scorer.out else { panic!("a table was asked for") };
        data_set.add(rows).unwrap();
    }
    data_set.finish().map_err(|error| error.display())
}

const PART: &str = "questionnaire=support/version=1.0.0/part-00000.parquet";

#[test]
fn scores_come_back_as_they_were_written_with_bad_rows_in_their_place() {
    let folder = tempfile::tempdir().unwrap();
    let (path, target) = (folder.path().join("a.parquet"), folder.path().join("scores"));
    write(&path, with(good(numbers(&[70, 71, 72])), "heard", numbers(&[4, 9, 0])));
    score_to(&target, &path).unwrap();
    let file = File::open(target.join(PART)).unwrap();
    let rows: Vec<RecordBatch> = ParquetRecordBatchReaderBuilder::try_new(file)
        .unwrap()
        .build()
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let [rows] = rows.as_slice() else { panic!("{rows:?}") };
    let column = |name: &str| rows.column_by_name(name).unwrap();
    assert_eq!(column("id").as_primitive::<Int64Type>(), &Int64Array::from(vec![70, 71, 72]));
    let errors = column("error").as_string::<i32>();
    assert!(errors.is_null(0) && errors.is_null(2));
    assert!(errors.value(1).starts_with("row 2 of "), "{}", errors.value(1));
    let values = column("support.support.value").as_primitive::<Float64Type>();
    // (4 + 1 + 1 + (4 - 1)) / 4 of 4, and 0 for 4: `alone` is reverse-scored.
    assert_eq!(values, &Float64Array::from(vec![Some(56.25), None, Some(31.25)]));
    let of = column("support.support.of").as_primitive::<UInt32Type>();
    assert_eq!(of.iter().collect::<Vec<_>>(), [Some(4), None, Some(4)]);
    assert!(column("support.support.t_score").is_null(0));
    assert_eq!(rows.num_columns(), 9);
}

#[test]
fn ids_come_back_with_their_type() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.parquet");
    let line_break = texts(&["a\nb"]);
    let binary = arrow_cast::cast(&line_break, &DataType::Binary).unwrap();
    for (place, ids) in [line_break, binary, Arc::new(NullArray::new(1))].into_iter().enumerate() {
        write(&path, good(ids.clone()));
        let target = folder.path().join(place.to_string());
        score_to(&target, &path).unwrap();
        let file = File::open(target.join(PART)).unwrap();
        let mut reader = ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap();
        assert_eq!(reader.next().unwrap().unwrap().column(0), &ids);
    }
}

#[test]
fn a_data_set_is_whole_or_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let (path, target) = (folder.path().join("a.parquet"), folder.path().join("scores"));
    write(&path, good(numbers(&(0..20_000).collect::<Vec<_>>())));
    let whole = fs::read(&path).unwrap();
    // The columns can be told from the end of the file; one of its pages cannot be read.
    let mut damaged = whole.clone();
    damaged[4..2_000].fill(0xff);
    fs::write(&path, damaged).unwrap();
    let failed = score_to(&target, &path).unwrap_err();
    assert!(failed.contains("cannot read `") && failed.contains("` after row "), "{failed}");
    let left: Vec<_> = fs::read_dir(target.join(PART).parent().unwrap()).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
    fs::write(&path, whole).unwrap();
    score_to(&target, &path).unwrap();
    let first = fs::read(target.join(PART)).unwrap();
    let again = score_to(&target, &path).unwrap_err();
    assert!(again.contains("is there already"), "{again}");
    assert_eq!(fs::read(target.join(PART)).unwrap(), first);
}

#[test]
fn rows_without_ids_have_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.parquet");
    let mut columns = good(numbers(&[1, 2]));
    columns.remove(0);
    write(&path, columns);
    assert!(lines(&path).iter().all(|line| line.starts_with("{\"id\":null,")));
    let of = support();
    let plan = Plan::new(&of);
    let table = Answers::open(&path, &plan).unwrap().next().unwrap().unwrap();
    assert_eq!(table.ids().null_count(), 2);
    assert_eq!(table.rows().read(0, &plan, &mut Sheet::default()), Ok("null"));
}
