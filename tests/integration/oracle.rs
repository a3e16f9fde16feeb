//! An independent computation of scores, written from the format's rules over plain data of its own,
//! held against the engine on thousands of random definitions and answer sets.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use checkin::checkin::{Private, Response, Responses, check_responses};
use checkin::questionnaire::{Catalogue, ItemId, Source};
use checkin::scoring::score;

/// SplitMix64 (Steele, Lea and Flood 2014), so that a failure can be repeated from its seed.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("small")
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

#[derive(Clone)]
enum Kind {
    Scale(Vec<f64>),
    YesNo,
    Number { min: f64, max: f64, step: Option<f64> },
}

struct Item {
    kind: Kind,
    offers_not_applicable: bool,
    optional: bool,
    /// Asked only if an earlier item's number is at least this.
    ask_if: Option<(usize, f64)>,
}

#[derive(Clone, Copy, PartialEq)]
enum Method {
    Mean,
    Sum,
    CountAtLeast(f64),
    CountAtMost(f64),
}

enum Rule {
    Default,
    AtLeast(usize),
    Share(f64),
}

struct Score {
    items: Vec<usize>,
    reverse: Vec<bool>,
    weights: Vec<f64>,
    method: Method,
    output: Option<(f64, f64)>,
    rule: Rule,
    prorate: bool,
}

struct Summary {
    parts: Vec<usize>,
    reverse: Vec<bool>,
    weights: Vec<f64>,
    output: (f64, f64),
}

struct Plan {
    items: Vec<Item>,
    scores: Vec<Score>,
    summary: Option<Summary>,
}

/// What came back for an item; `None` means that it was left out.
#[derive(Clone, Copy, PartialEq)]
enum Given {
    Answer(f64),
    Skipped,
    NotApplicable,
    NotAsked,
    LeftOut,
}

fn range(kind: &Kind) -> (f64, f64) {
    match kind {
        Kind::YesNo => (0.0, 1.0),
        Kind::Number { min, max, .. } => (*min, *max),
        Kind::Scale(values) => {
            let low = values.iter().copied().fold(f64::INFINITY, f64::min);
            (low, values.iter().copied().fold(f64::NEG_INFINITY, f64::max))
        }
    }
}

fn random_kind(random: &mut Random) -> Kind {
    match random.below(10) {
        0 | 1 => Kind::YesNo,
        2 => Kind::Number { min: -3.0, max: 9.0, step: Some(0.5) },
        3 => Kind::Number { min: 0.0, max: 40.0, step: None },
        4 => Kind::Scale(vec![3.0, -1.5, 7.25]),
        5 => Kind::Scale(vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]),
        _ => Kind::Scale(vec![0.0, 1.0, 2.0, 3.0, 4.0]),
    }
}

fn random_plan(random: &mut Random) -> Plan {
    let count = 2 + random.below(7);
    let uniform = random.chance(45).then(|| random_kind(random));
    let items: Vec<Item> = (0..count)
        .map(|place| Item {
            kind: uniform.clone().unwrap_or_else(|| random_kind(random)),
            offers_not_applicable: random.chance(40),
            optional: random.chance(25),
            ask_if: (place > 0 && random.chance(20)).then(|| (random.below(place), 0.0)),
        })
        .collect();
    let mut plan = Plan { items, scores: Vec::new(), summary: None };
    for place in 1..count {
        if let Some((earlier, _)) = plan.items[place].ask_if {
            let (low, high) = range(&plan.items[earlier].kind);
            plan.items[place].ask_if = Some((earlier, low + (high - low) / 2.0));
        }
    }
    for _ in 0..1 + random.below(3) {
        let score = random_score(random, &plan.items);
        plan.scores.push(score);
    }
    if random.chance(60) {
        let parts: Vec<usize> = (0..plan.scores.len()).collect();
        plan.summary = Some(Summary {
            reverse: parts.iter().map(|_| random.chance(40)).collect(),
            weights: parts.iter().map(|_| weight(random)).collect(),
            parts,
            output: (0.0, 100.0),
        });
    }
    plan
}

fn weight(random: &mut Random) -> f64 {
    [1.0, 1.0, 2.0, 0.5, 3.25][random.below(5)]
}

fn random_score(random: &mut Random, all: &[Item]) -> Score {
    let mut items: Vec<usize> = (0..all.len()).filter(|_| random.chance(75)).collect();
    if items.is_empty() {
        items.push(random.below(all.len()));
    }
    if random.chance(30) {
        items.reverse();
    }
    let method = match random.below(6) {
        0 | 1 => Method::Mean,
        2 | 3 => Method::Sum,
        4 => Method::CountAtLeast(2.0),
        _ => Method::CountAtMost(1.0),
    };
    let mixed = items.iter().any(|item| range(&all[*item].kind) != range(&all[items[0]].kind));
    let needs_output = mixed && method == Method::Mean;
    let output = [(0.0, 100.0), (-5.0, 5.0), (1.0, 7.0)][random.below(3)];
    let rule = match random.below(3) {
        0 => Rule::Default,
        1 => Rule::AtLeast(1 + random.below(items.len())),
        _ => Rule::Share([0.25, 0.5, 0.75, 1.0][random.below(4)]),
    };
    Score {
        reverse: items.iter().map(|_| random.chance(35)).collect(),
        weights: items.iter().map(|_| weight(random)).collect(),
        method,
        output: (needs_output || random.chance(60)).then_some(output),
        prorate: !(method == Method::Sum && !matches!(rule, Rule::Default) && random.chance(40)),
        rule,
        items,
    }
}

fn list(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join(", ")
}

/// Writes a plan as a definition file.
fn file(plan: &Plan) -> String {
    let mut text =
        String::from("format = 1\nid = \"x\"\nversion = \"1.0.0\"\ntitle = \"Random\"\n");
    for (place, item) in plan.items.iter().enumerate() {
        if let Kind::Scale(values) = &item.kind {
            let options = values.iter().map(|v| format!("{{ value = {v}, label = \"v{v}\" }}"));
            let _ = writeln!(text, "[[scale]]\nid = \"s{place}\"\noptions = [{}]", list(options));
            if item.offers_not_applicable {
                text.push_str("not_applicable = \"None\"\n");
            }
        }
    }
    for (place, item) in plan.items.iter().enumerate() {
        let _ = writeln!(text, "[[item]]\nid = \"i{place}\"\ntext = \"Item {place}.\"");
        let _ = match &item.kind {
            Kind::Scale(_) => writeln!(text, "scale = \"s{place}\""),
            Kind::YesNo => writeln!(text, "kind = \"yes-no\""),
            Kind::Number { min, max, step } => {
                let step = step.map(|step| format!("step = {step}\n")).unwrap_or_default();
                writeln!(text, "kind = \"number\"\nmin = {min}\nmax = {max}\n{step}")
            }
        };
        if item.optional {
            text.push_str("optional = true\n");
        }
        if let Some((earlier, limit)) = item.ask_if {
            let _ = writeln!(text, "ask_if = {{ item = \"i{earlier}\", at_least = {limit} }}");
        }
    }
    for (place, score) in plan.scores.iter().enumerate() {
        score_lines(&mut text, place, score);
    }
    if let Some(summary) = &plan.summary {
        let name = |part: usize| format!("\"c{part}\"");
        let turned = summary.parts.iter().zip(&summary.reverse).filter(|(_, turned)| **turned);
        let weights = summary.parts.iter().zip(&summary.weights);
        let _ = writeln!(
            text,
            "[[score]]\nid = \"all\"\nscores = [{}]\nreverse = [{}]\nweights = {{ {} }}\noutput = [{}, {}]",
            list(summary.parts.iter().map(|part| name(*part))),
            list(turned.map(|(part, _)| name(*part))),
            list(weights.map(|(part, weight)| format!("c{part} = {weight}"))),
            summary.output.0,
            summary.output.1,
        );
    }
    text
}

fn score_lines(text: &mut String, place: usize, score: &Score) {
    let name = |item: usize| format!("\"i{item}\"");
    let turned = score.items.iter().zip(&score.reverse).filter(|(_, turned)| **turned);
    let weights = score.items.iter().zip(&score.weights);
    let (method, count) = match score.method {
        Method::Mean => ("mean", String::new()),
        Method::Sum => ("sum", String::new()),
        Method::CountAtLeast(limit) => ("count", format!("count = {{ at_least = {limit} }}\n")),
        Method::CountAtMost(limit) => ("count", format!("count = {{ at_most = {limit} }}\n")),
    };
    let prorate = if score.prorate { "" } else { ", prorate = false" };
    let rule = match score.rule {
        Rule::Default => String::new(),
        Rule::AtLeast(n) => format!("missing = {{ at_least = {n}{prorate} }}\n"),
        Rule::Share(share) => format!("missing = {{ share = {share}{prorate} }}\n"),
    };
    let output = score.output.map(|(from, to)| format!("output = [{from}, {to}]\n"));
    let _ = writeln!(
        text,
        "[[score]]\nid = \"c{place}\"\nitems = [{}]\nreverse = [{}]\nweights = {{ {} }}\nmethod = \"{method}\"\n{count}{rule}{}",
        list(score.items.iter().map(|item| name(*item))),
        list(turned.map(|(item, _)| name(*item))),
        list(weights.map(|(item, weight)| format!("i{item} = {weight}"))),
        output.unwrap_or_default(),
    );
}

fn random_answers(random: &mut Random, plan: &Plan) -> Vec<Given> {
    let mut given: Vec<Given> = Vec::new();
    for item in &plan.items {
        let asked = item.ask_if.is_none_or(|(earlier, limit)| match given[earlier] {
            Given::Answer(value) => value >= limit,
            _ => false,
        });
        given.push(match random.below(12) {
            _ if !asked => Given::NotAsked,
            0 | 1 => Given::Skipped,
            2 if item.offers_not_applicable && matches!(item.kind, Kind::Scale(_)) => {
                Given::NotApplicable
            }
            3 if item.optional => Given::LeftOut,
            _ => Given::Answer(random_value(random, &item.kind)),
        });
    }
    given
}

#[expect(clippy::cast_precision_loss, reason = "small whole numbers")]
fn random_value(random: &mut Random, kind: &Kind) -> f64 {
    match kind {
        Kind::Scale(values) => values[random.below(values.len())],
        Kind::YesNo => random.below(2) as f64,
        Kind::Number { min, max, step: Some(step) } => {
            let steps = ((max - min) / step).round();
            min + step * (random.next() % (steps as u64 + 1)) as f64
        }
        Kind::Number { min, max, step: None } => {
            min + (max - min) * (random.below(10_001) as f64 / 10_000.0)
        }
    }
}

/// The naive computation of one score: its value and the lowest and highest it can be.
fn naive(
    score: &Score,
    plan: &Plan,
    given: &[Given],
    seen: &mut BTreeMap<&'static str, u32>,
) -> (Option<f64>, (f64, f64)) {
    let mut count = |what| *seen.entry(what).or_insert(0) += 1;
    let ranges: Vec<(f64, f64)> = score.items.iter().map(|i| range(&plan.items[*i].kind)).collect();
    let mixed = ranges.iter().any(|r| *r != ranges[0]);
    let total_weight: f64 = score.weights.iter().sum();
    let lowest: f64 = ranges.iter().zip(&score.weights).map(|(r, w)| r.0 * w).sum();
    let highest: f64 = ranges.iter().zip(&score.weights).map(|(r, w)| r.1 * w).sum();
    let attainable = match score.method {
        Method::Mean if mixed => (0.0, 1.0),
        Method::Mean => ranges[0],
        Method::Sum => (lowest, highest),
        Method::CountAtLeast(_) | Method::CountAtMost(_) => (0.0, total_weight),
    };
    let put_out = score.output.unwrap_or(attainable);
    // Each answered item: number after reversal, place on 0 to 1, weight.
    let mut answered: Vec<(f64, f64, f64)> = Vec::new();
    let mut applicable = 0;
    for (place, item) in score.items.iter().enumerate() {
        let (low, high) = ranges[place];
        match given[*item] {
            Given::Answer(x) => {
                let x = if score.reverse[place] { low + high - x } else { x };
                answered.push((x, (x - low) / (high - low), score.weights[place]));
                applicable += 1;
            }
            Given::Skipped | Given::LeftOut if plan.items[*item].optional => {
                count("optional skipped")
            }
            Given::Skipped | Given::LeftOut => applicable += 1,
            Given::NotApplicable => count("not applicable"),
            Given::NotAsked => count("not asked"),
        }
    }
    let enough = match score.rule {
        Rule::Default => answered.len() == score.items.len(),
        Rule::AtLeast(n) => answered.len() >= n,
        #[expect(clippy::cast_precision_loss, reason = "a few items")]
        Rule::Share(s) => {
            count("share");
            applicable > 0 && answered.len() as f64 / f64::from(applicable) >= s - 1e-12
        }
    };
    if !enough || answered.is_empty() {
        count("no value");
        return (None, put_out);
    }
    let complete = answered.len() == score.items.len();
    let weights: f64 = answered.iter().map(|(_, _, w)| w).sum();
    let mean: f64 = answered.iter().map(|(x, _, w)| w * x).sum::<f64>() / weights;
    let place: f64 = answered.iter().map(|(_, u, w)| w * u).sum::<f64>() / weights;
    let added: f64 = answered.iter().map(|(x, _, w)| w * x).sum();
    if !complete {
        count("missing");
    }
    if score.reverse.contains(&true) {
        count("reversed");
    }
    let raw = match score.method {
        Method::Mean if mixed => {
            count("mean of mixed ranges");
            place
        }
        Method::Mean => mean,
        Method::Sum if complete || !score.prorate => added,
        Method::Sum if mixed => {
            count("prorated over mixed ranges");
            lowest + place * (highest - lowest)
        }
        Method::Sum => {
            count("prorated");
            mean * total_weight
        }
        Method::CountAtLeast(limit) => {
            count("count");
            answered.iter().filter(|(x, _, _)| *x >= limit).map(|(_, _, w)| w).sum()
        }
        Method::CountAtMost(limit) => {
            count("count");
            answered.iter().filter(|(x, _, _)| *x <= limit).map(|(_, _, w)| w).sum()
        }
    };
    let value = match score.output {
        None => raw,
        Some((from, to)) => {
            from + (raw - attainable.0) / (attainable.1 - attainable.0) * (to - from)
        }
    };
    (Some(value), put_out)
}

fn naive_summary(summary: &Summary, parts: &[(Option<f64>, (f64, f64))]) -> Option<f64> {
    let (mut sum, mut weights) = (0.0, 0.0);
    for ((part, turned), weight) in summary.parts.iter().zip(&summary.reverse).zip(&summary.weights)
    {
        let (value, (low, high)) = parts[*part];
        let place = (value? - low) / (high - low);
        sum += weight * if *turned { 1.0 - place } else { place };
        weights += weight;
    }
    Some(summary.output.0 + sum / weights * (summary.output.1 - summary.output.0))
}

fn responses(plan: &Plan, given: &[Given]) -> Responses {
    let mut responses = Responses::new();
    for (place, given) in given.iter().enumerate() {
        let response = match given {
            Given::Answer(value) if matches!(plan.items[place].kind, Kind::YesNo) => {
                Response::yes_no(*value > 0.5)
            }
            Given::Answer(value) => Response::number(*value),
            Given::Skipped => Response::Skipped,
            Given::NotApplicable => Response::NotApplicable,
            Given::NotAsked | Given::LeftOut => continue,
        };
        responses.insert(ItemId::new(format!("x.i{place}")), response);
    }
    responses
}

#[test]
fn scores_agree_with_an_independent_computation() {
    let catalogue = Catalogue::new(Vec::new());
    let mut seen: BTreeMap<&'static str, u32> = BTreeMap::new();
    let mut compared = 0;
    for seed in 0..4_000 {
        let mut random = Random(seed);
        let plan = random_plan(&mut random);
        let text = file(&plan);
        let checked = catalogue.check(&Source::new("x.toml", text.as_str()));
        let questionnaire = checked
            .questionnaire
            .unwrap_or_else(|| panic!("seed {seed}: {:#?}\n{text}", checked.diagnostics));
        for set in 0..4 {
            let given = random_answers(&mut random, &plan);
            let responses = responses(&plan, &given);
            assert_eq!(check_responses(&questionnaire, &responses), [], "seed {seed}");
            let results = score(&questionnaire, &responses);
            let parts: Vec<_> =
                plan.scores.iter().map(|score| naive(score, &plan, &given, &mut seen)).collect();
            let mut expected: Vec<Option<f64>> = parts.iter().map(|(value, _)| *value).collect();
            expected.extend(plan.summary.as_ref().map(|summary| naive_summary(summary, &parts)));
            assert_eq!(results.len(), expected.len());
            for (result, expected) in results.iter().zip(expected) {
                let value = result.outcome.as_ref().ok().map(|value| value.value.0);
                let agrees = match (value, expected) {
                    (None, None) => true,
                    (Some(value), Some(expected)) => (value - expected).abs() <= 1e-9,
                    _ => false,
                };
                assert!(
                    agrees,
                    "seed {seed}, set {set}, {}: {value:?}, expected {expected:?}\n{text}",
                    result.id
                );
                compared += 1;
            }
            if plan.summary.is_some() {
                *seen.entry("score of scores").or_insert(0) += 1;
            }
        }
    }
    assert!(compared > 30_000, "{compared}");
    for feature in [
        "missing",
        "reversed",
        "prorated",
        "prorated over mixed ranges",
        "mean of mixed ranges",
        "count",
        "share",
        "optional skipped",
        "not applicable",
        "not asked",
        "score of scores",
        "no value",
    ] {
        let times = seen.get(feature).copied().unwrap_or(0);
        assert!(times > 300, "{feature} occurred {times} times: {seen:?}");
    }
}

#[test]
fn a_changed_answer_would_be_noticed() {
    let catalogue = Catalogue::new(Vec::new());
    let mut noticed = 0;
    for seed in 0..300 {
        let mut random = Random(seed);
        let plan = random_plan(&mut random);
        let questionnaire = catalogue
            .check(&Source::new("x.toml", file(&plan)))
            .questionnaire
            .expect("a questionnaire");
        let given = random_answers(&mut random, &plan);
        let mut wrong = responses(&plan, &given);
        let item = ItemId::new(format!("x.i{}", random.below(plan.items.len())));
        let impossible = [
            Response::number(1e6),
            Response::number(f64::NAN),
            Response::Answered(checkin::checkin::Answer::Many(Private(vec![1.0]))),
        ];
        wrong.insert(item, impossible[random.below(3)].clone());
        noticed += usize::from(!check_responses(&questionnaire, &wrong).is_empty());
    }
    assert_eq!(noticed, 300);
}
