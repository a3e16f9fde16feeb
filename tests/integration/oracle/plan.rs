//! Random definitions and answers, as plain data and as a definition file.

use std::fmt::Write as _;

/// SplitMix64 (Steele, Lea and Flood 2014), so that a failure can be repeated from its seed.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("small")
    }

    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

#[derive(Clone)]
pub(super) enum Kind {
    Scale(Vec<f64>),
    YesNo,
    Number { min: f64, max: f64, step: Option<f64> },
}

pub(super) struct Item {
    pub(super) kind: Kind,
    pub(super) offers_not_applicable: bool,
    pub(super) optional: bool,
    /// Asked only if an earlier item's number is at least this.
    pub(super) ask_if: Option<(usize, f64)>,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Method {
    Mean,
    Sum,
    CountAtLeast(f64),
    CountAtMost(f64),
}

pub(super) enum Rule {
    Default,
    AtLeast(usize),
    Share(f64),
}

pub(super) struct Score {
    pub(super) items: Vec<usize>,
    pub(super) reverse: Vec<bool>,
    pub(super) weights: Vec<f64>,
    pub(super) method: Method,
    pub(super) output: Option<(f64, f64)>,
    pub(super) rule: Rule,
    pub(super) prorate: bool,
}

pub(super) struct Summary {
    pub(super) parts: Vec<usize>,
    pub(super) reverse: Vec<bool>,
    pub(super) weights: Vec<f64>,
    pub(super) output: (f64, f64),
}

pub(super) struct Plan {
    pub(super) items: Vec<Item>,
    pub(super) scores: Vec<Score>,
    pub(super) summary: Option<Summary>,
}

/// What came back for an item; `None` means that it was left out.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Given {
    Answer(f64),
    Skipped,
    NotApplicable,
    NotAsked,
    LeftOut,
}

pub(super) fn range(kind: &Kind) -> (f64, f64) {
    match kind {
        Kind::YesNo => (0.0, 1.0),
        Kind::Number { min, max, .. } => (*min, *max),
        Kind::Scale(values) => {
            let low = values.iter().copied().fold(f64::INFINITY, f64::min);
            (low, values.iter().copied().fold(f64::NEG_INFINITY, f64::max))
        }
    }
}

pub(super) fn random_kind(random: &mut Random) -> Kind {
    match random.below(10) {
        0 | 1 => Kind::YesNo,
        2 => Kind::Number { min: -3.0, max: 9.0, step: Some(0.5) },
        3 => Kind::Number { min: 0.0, max: 40.0, step: None },
        4 => Kind::Scale(vec![3.0, -1.5, 7.25]),
        5 => Kind::Scale(vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]),
        _ => Kind::Scale(vec![0.0, 1.0, 2.0, 3.0, 4.0]),
    }
}

pub(super) fn random_plan(random: &mut Random) -> Plan {
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
    for _ in 0..=random.below(3) {
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

pub(super) fn weight(random: &mut Random) -> f64 {
    [1.0, 1.0, 2.0, 0.5, 3.25][random.below(5)]
}

pub(super) fn random_score(random: &mut Random, all: &[Item]) -> Score {
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

pub(super) fn list(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join(", ")
}

/// Writes a plan as a definition file.
pub(super) fn file(plan: &Plan) -> String {
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

pub(super) fn score_lines(text: &mut String, place: usize, score: &Score) {
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

pub(super) fn random_answers(random: &mut Random, plan: &Plan) -> Vec<Given> {
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
pub(super) fn random_value(random: &mut Random, kind: &Kind) -> f64 {
    match kind {
        Kind::Scale(values) => values[random.below(values.len())],
        Kind::YesNo => random.below(2) as f64,
        Kind::Number { min, max, step: Some(step) } => {
            let steps = whole((max - min) / step);
            min + step * (random.next() % (steps + 1)) as f64
        }
        Kind::Number { min, max, step: None } => {
            min + (max - min) * (random.below(10_001) as f64 / 10_000.0)
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small count of steps"
)]
fn whole(steps: f64) -> u64 {
    steps.round() as u64
}
