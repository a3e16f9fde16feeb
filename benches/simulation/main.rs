//! Reproduces the figures that the trend method promises, beside the usual rules on the same data, and
//! writes them into `docs/trends.md` between its two marks. Seeds are fixed: the same run, the same page.
//!
//! `cargo bench --bench simulation`, or with `-- --quick` for a tenth of the persons and no page.

mod person;
mod rules;

use std::fmt::Write as _;
use std::time::Instant;

use checkin::trend::{Judged, Setup, judge};
use person::{Life, Random};

/// One line of the table: what was simulated, what must hold, what came out.
struct Line {
    number: &'static str,
    scenario: String,
    must: String,
    found: String,
    holds: bool,
}

fn main() {
    let quick = std::env::args().any(|argument| argument == "--quick");
    let persons = if quick { 200 } else { 2_000 };
    let begun = Instant::now();
    let study = Study { persons };
    let mut lines = Vec::new();
    study.null(&mut lines);
    study.null_elsewhere(&mut lines);
    study.power(&mut lines);
    study.place(&mut lines);
    study.together(&mut lines);
    Study::replay(&mut lines);
    let mut page =
        String::from("| # | scenario | must | found | |\n| --- | --- | --- | --- | --- |\n");
    for Line { number, scenario, must, found, holds } in &lines {
        let mark = if *holds { "holds" } else { "fails" };
        let _ = writeln!(page, "| {number} | {scenario} | {must} | {found} | {mark} |");
    }
    let _ = writeln!(page, "\n{persons} persons a cell, seeds fixed.\n");
    page.push_str(&rules::table(persons));
    print(&page, begun);
    if !quick {
        write_page(&page);
    }
}

#[expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
fn print(page: &str, begun: Instant) {
    println!("{page}\n{:.0} s", begun.elapsed().as_secs_f64());
}

fn write_page(figures: &str) {
    const BEGIN: &str = "<!-- figures -->\n";
    const END: &str = "<!-- end of figures -->";
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trends.md");
    let page = std::fs::read_to_string(path).expect("the page");
    let (before, rest) = page.split_once(BEGIN).expect("the first mark");
    let (_, after) = rest.split_once(END).expect("the second mark");
    std::fs::write(path, format!("{before}{BEGIN}{figures}{END}{after}"))
        .expect("the page is written");
}

struct Study {
    persons: u64,
}

/// What happened to a person in the weeks that count.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "four alarms that can each be raised or not")]
struct Alarms {
    possible: bool,
    clear: bool,
    trend: bool,
    confirmed: bool,
}

impl Study {
    /// Judges every person of a cell.
    fn each(&self, cell: u64, life: &Life, mut see: impl FnMut(&Judged, &[u32])) {
        let setup =
            Setup { smallest_spread: 100.0 / (4.0 * f64::from(life.items)), ..Setup::default() };
        for number in 0..self.persons {
            let mut random = Random::new(cell * 1_000_003 + number);
            let (entries, weeks) = life.lived(&mut random);
            see(&judge(&entries, setup), &weeks);
        }
    }

    /// Returns the share of persons with each alarm in the 52 weeks after a baseline.
    fn false_alarms(&self, cell: u64, life: &Life, baseline: usize) -> [f64; 4] {
        let mut counts = [0u32; 4];
        let life = Life { weeks: u32::try_from(baseline).expect("small") + 52, ..life.clone() };
        self.each(cell, &life, |judged, _| {
            let alarms = alarms(judged, baseline..judged.rows.len());
            for (count, alarm) in counts.iter_mut().zip([
                alarms.clear,
                alarms.possible,
                alarms.trend,
                alarms.confirmed,
            ]) {
                *count += u32::from(alarm);
            }
        });
        counts.map(|count| self.percent(count))
    }

    #[expect(clippy::cast_precision_loss, reason = "a count of persons")]
    fn percent(&self, count: u32) -> f64 {
        100.0 * f64::from(count) / self.persons as f64
    }

    fn null(&self, lines: &mut Vec<Line>) {
        let life = Life::default();
        let [clear, possible, trend, confirmed] = self.false_alarms(1, &life, 12);
        lines.push(at_most(
            "1",
            "unchanged, phi .3, 12 check-ins before, then 52 weeks",
            &[
                ("clear", clear, 12.0),
                ("possible", possible, 44.0),
                ("trend", trend, 8.0),
                ("confirmed", confirmed, 11.0),
            ],
        ));
        for (cell, baseline) in [(2, 4), (3, 6), (4, 8), (5, 26), (6, 52)] {
            let [clear, ..] = self.false_alarms(cell, &life, baseline);
            let scenario = format!("the same with {baseline} before");
            lines.push(at_most("2", &scenario, &[("clear", clear, 12.0)]));
        }
        for (cell, phi, limit) in [(7, 0.0, 4.0), (8, 0.5, 34.0)] {
            let [clear, ..] = self.false_alarms(cell, &Life { phi, ..life.clone() }, 12);
            lines.push(at_most("3", &format!("unchanged, phi {phi}"), &[("clear", clear, limit)]));
        }
        for (cell, gaps) in [(9, 0.1), (10, 0.2), (11, 0.3)] {
            let [clear, ..] = self.false_alarms(cell, &Life { gaps, ..life.clone() }, 12);
            let scenario = format!("unchanged, {:.0} % of weeks missed", gaps * 100.0);
            lines.push(at_most("4", &scenario, &[("clear", clear, 10.0)]));
        }
    }

    fn null_elsewhere(&self, lines: &mut Vec<Line>) {
        let life = Life::default();
        for (cell, level) in [(20, -5.0), (21, 0.0), (22, 5.0), (23, 10.0), (24, 95.0), (25, 100.0)]
        {
            let [clear, ..] =
                self.false_alarms(cell, &Life { level, level_width: 2.5, ..life.clone() }, 12);
            lines.push(at_most(
                "5",
                &format!("unchanged, level {level}"),
                &[("clear", clear, 14.0)],
            ));
        }
        for (cell, items) in [(26, 3), (27, 6)] {
            let [clear, ..] = self.false_alarms(cell, &Life { items, ..life.clone() }, 12);
            lines.push(at_most(
                "5",
                &format!("unchanged, {items} items"),
                &[("clear", clear, 14.0)],
            ));
        }
        for (cell, sd, limit) in
            [(28, 6.0, 14.0), (29, 8.0, 14.0), (30, 13.0, 16.0), (31, 16.0, 16.0)]
        {
            let [clear, ..] = self.false_alarms(cell, &Life { sd, ..life.clone() }, 12);
            lines.push(at_most("5", &format!("unchanged, SD {sd}"), &[("clear", clear, limit)]));
        }
        let [clear, _, _, confirmed] =
            self.false_alarms(32, &Life { bad_weeks: 0.04, ..life.clone() }, 12);
        lines.push(at_most(
            "6",
            "unchanged, 4 % bad weeks of -25",
            &[("confirmed", confirmed, 10.0), ("clear", clear, 18.0)],
        ));
        self.long_run(lines);
    }

    /// Ten unchanged years: episodes of clear verdicts, and how often a check-in is outside its range.
    #[expect(clippy::cast_precision_loss, reason = "counts")]
    fn long_run(&self, lines: &mut Vec<Line>) {
        let study = Study { persons: self.persons / 4 };
        let (mut episodes, mut outside, mut judged_rows) = (0u32, 0u32, 0u32);
        study.each(33, &Life { weeks: 532, ..Life::default() }, |judged, _| {
            let mut before = false;
            for row in &judged.rows[12..] {
                let clear = is_clear(row.verdict);
                episodes += u32::from(clear && !before);
                before = clear;
                if let Some(figures) = &row.figures {
                    judged_rows += 1;
                    outside += u32::from(figures.z_week.abs() >= 1.96);
                }
            }
        });
        let a_year = f64::from(episodes) / (study.persons as f64 * 10.0);
        lines.push(Line {
            number: "7",
            scenario: "unchanged, 10 years".into(),
            must: "clear episodes a year <= .18".into(),
            found: format!("{a_year:.2}"),
            holds: a_year <= 0.18,
        });
        let share = 100.0 * f64::from(outside) / f64::from(judged_rows);
        lines.push(Line {
            number: "8",
            scenario: "unchanged: check-ins whose own z is 1.96 or more either way".into(),
            must: "4-6.5 %".into(),
            found: format!("{share:.1} %"),
            holds: (4.0..=6.5).contains(&share),
        });
    }

    /// Returns, in percent and for each number of weeks, the persons with a level after the change,
    /// among those without it between baseline and change (all persons where weeks are missed).
    fn found_within(&self, cell: u64, life: &Life, weeks: &[u32], possible: bool) -> Vec<f64> {
        let change = life.change.expect("a change").0;
        let (mut eligible, mut found) = (0u32, vec![0u32; weeks.len()]);
        let life = Life { weeks: change + 26, ..life.clone() };
        self.each(cell, &life, |judged, lived| {
            let level = |place: usize| {
                let verdict = judged.rows[place].verdict;
                is_clear(verdict) || (possible && is_possible(verdict))
            };
            let before = (12..lived.len()).filter(|place| lived[*place] < change).any(level);
            if before && life.gaps == 0.0 {
                return;
            }
            eligible += 1;
            let first = (12..lived.len()).find(|place| lived[*place] >= change && level(*place));
            if let Some(first) = first {
                let delay = lived[first] - change + 1;
                for (count, limit) in found.iter_mut().zip(weeks) {
                    *count += u32::from(delay <= *limit);
                }
            }
        });
        found.into_iter().map(|count| 100.0 * f64::from(count) / f64::from(eligible)).collect()
    }

    fn power(&self, lines: &mut Vec<Line>) {
        let step =
            |size: f64, before: u32| Life { change: Some((before, size, 1)), ..Life::default() };
        let mut add = |number,
                       scenario: &str,
                       life: &Life,
                       cell,
                       level: &'static str,
                       limits: &[(u32, f64)]| {
            let weeks: Vec<u32> = limits.iter().map(|(weeks, _)| *weeks).collect();
            let found = self.found_within(cell, life, &weeks, level == "possible");
            lines.push(at_least(number, &format!("{scenario}: {level}"), limits, &found));
        };
        add(
            "9",
            "2-SD step, 12 + 20 before",
            &step(-20.0, 32),
            40,
            "clear",
            &[(6, 38.0), (12, 72.0), (26, 94.0)],
        );
        add(
            "9",
            "2-SD step, 12 + 20 before",
            &step(-20.0, 32),
            40,
            "possible",
            &[(6, 66.0), (12, 90.0)],
        );
        add(
            "10",
            "1-SD step, 12 + 20 before",
            &step(-10.0, 32),
            41,
            "clear",
            &[(12, 16.0), (26, 37.0)],
        );
        add(
            "10",
            "1-SD step, 12 + 20 before",
            &step(-10.0, 32),
            41,
            "possible",
            &[(6, 20.0), (12, 40.0), (26, 68.0)],
        );
        add("11", "2-SD step, 12 before", &step(-20.0, 12), 42, "clear", &[(12, 45.0)]);
        add("11", "2-SD step, 12 before", &step(-20.0, 12), 42, "possible", &[(6, 51.0)]);
        let ramp = Life { change: Some((32, -20.0, 12)), ..Life::default() };
        add(
            "12",
            "ramp of 12 weeks to 2 SD, 12 + 20 before",
            &ramp,
            43,
            "clear",
            &[(12, 26.0), (26, 89.0)],
        );
        add("12", "ramp of 12 weeks to 2 SD, 12 + 20 before", &ramp, 43, "possible", &[(12, 56.0)]);
        let gaps = Life { gaps: 0.3, ..step(-20.0, 32) };
        add("13", "2-SD step, 30 % of weeks missed", &gaps, 44, "clear", &[(12, 52.0)]);
    }

    /// Where the split lies at the first clear verdict after a step.
    fn place(&self, lines: &mut Vec<Line>) {
        for (cell, size, name) in [(50, -20.0, "2-SD"), (51, -10.0, "1-SD")] {
            let life = Life { change: Some((32, size, 1)), weeks: 32 + 52, ..Life::default() };
            let (mut seen, mut near, mut covered) = (0u32, 0u32, 0u32);
            self.each(cell, &life, |judged, _| {
                if (12..32).any(|place| is_clear(judged.rows[place].verdict)) {
                    return;
                }
                let Some(row) = judged.rows[32..].iter().find(|row| is_clear(row.verdict)) else {
                    return;
                };
                let (Some(figures), changed) = (&row.figures, judged.rows[32].date) else { return };
                let Some((earliest, latest)) = figures.between else { return };
                seen += 1;
                near += u32::from((figures.split_date - changed).num_days().abs() <= 14);
                covered += u32::from(earliest <= changed && changed <= latest);
            });
            let share = |count: u32| 100.0 * f64::from(count) / f64::from(seen);
            let limits: &[(&str, f64, f64)] = if size < -15.0 {
                &[
                    ("within 2 check-ins", share(near), 76.0),
                    ("interval covers", share(covered), 95.0),
                ]
            } else {
                &[("interval covers", share(covered), 84.0)]
            };
            let must: Vec<String> =
                limits.iter().map(|(what, _, limit)| format!("{what} >= {limit}")).collect();
            let found: Vec<String> =
                limits.iter().map(|(_, found, _)| format!("{found:.0}")).collect();
            lines.push(Line {
                number: "14",
                scenario: format!("place of a {name} step at the first clear verdict, %"),
                must: must.join(", "),
                found: found.join(", "),
                holds: limits.iter().all(|(_, found, limit)| found >= limit),
            });
        }
    }

    /// Six unchanged subscales judged together, and their mean as the overall series.
    fn together(&self, lines: &mut Vec<Line>) {
        let life = Life { weeks: 64, ..Life::default() };
        let (mut any, mut any_or_all) = (0u32, 0u32);
        let alone = Setup::default();
        let six = Setup { together: 6, ..alone };
        let summary = Setup { smallest_spread: 100.0 / 96.0, prior_spread: 7.0, together: 1 };
        for number in 0..self.persons {
            let mut random = Random::new(60_000_000 + number);
            let subscales: Vec<_> = (0..6).map(|_| life.lived(&mut random).0).collect();
            let mut overall = subscales[0].clone();
            for (place, entry) in overall.iter_mut().enumerate() {
                entry.score =
                    subscales.iter().map(|subscale| subscale[place].score).sum::<f64>() / 6.0;
            }
            let alarm = |entries: &[checkin::trend::Entry], setup| {
                let judged = judge(entries, setup);
                alarms(&judged, 12..judged.rows.len()).clear
            };
            let sub = subscales.iter().any(|subscale| alarm(subscale, six));
            any += u32::from(sub);
            any_or_all += u32::from(sub || alarm(&overall, summary));
        }
        lines.push(at_most(
            "15",
            "unchanged, six subscales together",
            &[
                ("any clear", self.percent(any), 18.0),
                ("with the overall series", self.percent(any_or_all), 24.0),
            ],
        ));
    }

    /// Five hundred check-ins of seven series, judged from the first to the last.
    fn replay(lines: &mut Vec<Line>) {
        let life = Life { weeks: 500, ..Life::default() };
        let series: Vec<_> = (0..7).map(|seed| life.lived(&mut Random::new(seed)).0).collect();
        let begun = Instant::now();
        let rows: usize =
            series.iter().map(|entries| judge(entries, Setup::default()).rows.len()).sum();
        let millis = begun.elapsed().as_secs_f64() * 1000.0;
        lines.push(Line {
            number: "17",
            scenario: format!("{} check-ins, 7 series, full replay", rows / 7),
            must: "well under 1 s".into(),
            // Rounded up to a tenth, so that the page stays the same from run to run.
            found: format!("less than {:.1} s", (millis / 100.0).floor() / 10.0 + 0.1),
            holds: millis < 1000.0,
        });
    }
}

fn alarms(judged: &Judged, rows: std::ops::Range<usize>) -> Alarms {
    use checkin::trend::DriftVerdict::{Falling, Rising};
    let mut alarms = Alarms::default();
    for row in &judged.rows[rows] {
        alarms.clear |= is_clear(row.verdict);
        alarms.possible |= is_possible(row.verdict) || is_clear(row.verdict);
        alarms.trend |= matches!(row.drift.verdict, Rising | Falling);
        alarms.confirmed |= row.confirmed;
    }
    alarms
}

fn is_clear(verdict: checkin::trend::Verdict) -> bool {
    use checkin::trend::Verdict::{ClearShift, ClearWeek};
    matches!(verdict, ClearShift | ClearWeek)
}

fn is_possible(verdict: checkin::trend::Verdict) -> bool {
    use checkin::trend::Verdict::{PossibleShift, PossibleWeek};
    matches!(verdict, PossibleShift | PossibleWeek)
}

fn at_most(number: &'static str, scenario: &str, found: &[(&str, f64, f64)]) -> Line {
    let must: Vec<String> =
        found.iter().map(|(what, _, limit)| format!("{what} <= {limit} %")).collect();
    let shown: Vec<String> = found.iter().map(|(_, found, _)| format!("{found:.1}")).collect();
    Line {
        number,
        scenario: scenario.into(),
        must: must.join(", "),
        found: shown.join(", "),
        holds: found.iter().all(|(_, found, limit)| found <= limit),
    }
}

fn at_least(number: &'static str, scenario: &str, limits: &[(u32, f64)], found: &[f64]) -> Line {
    let must: Vec<String> =
        limits.iter().map(|(weeks, limit)| format!("{limit} % within {weeks} weeks")).collect();
    let shown: Vec<String> = found.iter().map(|found| format!("{found:.0}")).collect();
    Line {
        number,
        scenario: scenario.into(),
        must: must.join(", "),
        found: shown.join(", "),
        holds: limits.iter().zip(found).all(|((_, limit), found)| found >= limit),
    }
}
