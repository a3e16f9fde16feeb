//! Owns the PDF form of a page: typeset by Typst from a template, with the charts of the HTML page and
//! embedded fonts; tagged (PDF/UA-1) and archival (PDF/A-2a). Nothing in it tells of the person's machine.

use std::sync::OnceLock;

use serde_json::json;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::html::chart;
use super::text::printable;
use super::{Options, RenderError, json};
use crate::language::{message, spoken};
use crate::report::Report;
use crate::report::wording::{better, days, range};

/// The template that is used unless the person gives one.
pub const TEMPLATE: &str = include_str!("page.typ");

/// Styles of the charts on paper: the classes of the HTML page, in black, white and grey.
const CHART_STYLE: &str = "<style>.band{fill:#ddd}.edge{fill:none;stroke:#999;stroke-width:.6}\
    .course{fill:none;stroke:#000;stroke-width:1.2}.point{fill:#000}\
    .overlap{fill:#fff;stroke:#000;stroke-width:1}.shift{stroke:#000;stroke-dasharray:3 2}\
    .event{stroke:#000;stroke-width:1.6}text{font-size:8px}</style>";

/// Renders a page as PDF with the built-in template.
pub fn render(report: &Report, options: &Options) -> Result<Vec<u8>, RenderError> {
    render_with(TEMPLATE, report, options)
}

/// Renders a page as PDF with a template of the person's own.
///
/// The template reads `page.json`, which is the JSON form of the page with `heading` and `period` in
/// words and, for each score, the name of its `chart`; `map` names the map, or is null; `words` are
/// the headings in the person's `language`.
pub fn render_with(
    template: &str,
    report: &Report,
    _options: &Options,
) -> Result<Vec<u8>, RenderError> {
    let paper = Paper::new(template, report)?;
    let document = typst::compile::<PagedDocument>(&paper).output;
    let document = document.map_err(|errors| in_words(&errors))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|error| RenderError::Pdf(error.message().to_string()))?;
    let options = PdfOptions {
        // Nothing but the content decides, so that the same page gives the same bytes.
        ident: Smart::Custom("checkin page".to_owned()),
        creator: Smart::Custom(Some("checkin".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| in_words(&errors))
}

fn in_words(errors: &[SourceDiagnostic]) -> RenderError {
    let message = errors.first().map_or("unknown", |error| error.message.as_str());
    RenderError::Pdf(printable(message).into_owned())
}

/// What the typesetter may read: the template, the page and its charts; nothing else exists for it.
struct Paper {
    library: LazyHash<Library>,
    main: Source,
    files: Vec<(FileId, Bytes)>,
}

impl Paper {
    fn new(template: &str, report: &Report) -> Result<Self, RenderError> {
        let mut files = Vec::new();
        let mut page = json::page(report);
        page["heading"] = report.title.as_str().into();
        page["period"] = days(report.from, report.to).into();
        page["attendance"] = report.attendance.words.as_str().into();
        page["language"] = spoken().tag().into();
        page["words"] = words();
        page["marks"] = report
            .marks
            .iter()
            .map(|mark| {
                let text = mark.text.as_ref().map(|text| printable(text.as_written()));
                json!({ "when": mark.when, "kind": mark.kind, "text": text })
            })
            .collect();
        let mut sections = Vec::new();
        for section in &report.sections {
            let mut scores = Vec::new();
            for line in &section.scores {
                let name = format!("chart-{}.svg", files.len());
                files.push((file(&name)?, svg(&chart::course(line, report).into_string())));
                let told = line.judgement.as_ref();
                scores.push(json!({
                    "title": printable(&line.title),
                    "range": range(line.range),
                    "better": better(line.better),
                    "latest": line.latest.as_ref().map(|dated| &dated.figure.shown),
                    "former": line.former.as_ref().map(|dated| &dated.figure.shown),
                    "brief": line.plot.points.last().map(|point| &point.brief),
                    "usual": told.and_then(|told| told.usual_range.as_ref()),
                    "usual_words": told
                        .and_then(|told| told.usual_range.as_deref())
                        .map(|usual| message!("usual-range-of", range = usual)),
                    "chart": name,
                    "in_words": chart::in_words(line, report),
                }));
            }
            sections.push(json!({ "heading": section.heading, "scores": scores }));
        }
        page["sections"] = sections.into();
        if let Some(map) = &report.map {
            files.push((file("map.svg")?, svg(&chart::map(map).into_string())));
            page["map"] = "map.svg".into();
            page["map_in_words"] = chart::map_in_words(map).into();
        } else {
            page["map"] = serde_json::Value::Null;
        }
        let text = json::to_text(&page)?;
        files.push((file("page.json")?, Bytes::from_string(text)));
        let main = Source::new(file("page.typ")?, template.to_owned());
        Ok(Self { library: LazyHash::new(Library::default()), main, files })
    }
}

/// What stands on every page, for the template.
fn words() -> serde_json::Value {
    json!({
        "in_the_charts": message!("in-the-charts"),
        "score": message!("score"),
        "weeks": message!("with-usual-range"),
        "latest": message!("latest"),
        "before": message!("before"),
        "compared": message!("compared-with-usual"),
        "no_value": message!("no-value"),
        "change": message!("about-change"),
        "map": message!("strain-and-resources"),
        "talk": message!("to-talk-about"),
        "events_and_steps": message!("events-and-steps"),
        "notes": message!("notes-heading"),
        "context": message!("context-heading"),
        "answers": message!("answers-heading"),
        "decide": message!("what-we-decide"),
    })
}

fn file(name: &str) -> Result<FileId, RenderError> {
    let path = VirtualPath::new(name).map_err(|_| RenderError::Pdf("a file name".into()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// Makes a chart of the HTML page one that stands alone.
fn svg(chart: &str) -> Bytes {
    let chart = chart.replacen("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ", 1);
    let (head, rest) = chart.split_once('>').unwrap_or((&chart, ""));
    Bytes::from_string(format!("{head}>{CHART_STYLE}{rest}"))
}

/// The fonts that come with Typst, and their directory.
fn fonts() -> &'static (Vec<Font>, LazyHash<FontBook>) {
    static FONTS: OnceLock<(Vec<Font>, LazyHash<FontBook>)> = OnceLock::new();
    FONTS.get_or_init(|| {
        let fonts: Vec<Font> =
            typst_assets::fonts().flat_map(|data| Font::iter(Bytes::new(data))).collect();
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        (fonts, book)
    })
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &fonts().1
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let known = self.files.iter().find(|(known, _)| *known == id);
        known.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts().0.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
