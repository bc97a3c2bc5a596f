//! Invented schools: the same for the same seed on every machine, each known by its number alone.
//!
//! The schools resemble real ones: most totals of a school are near each other, many are on the edge of a band or a hundredth beside it,
//! some answers are missing and some conditions are not met.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use thuocdo::{
    Answer, Assessment, ConditionAnswer, Count, Fact, Framework, Group, Indicator, Institution, InstitutionType, Points, Rule, Share, StepsOf, Stream,
};
use thuocdo_tables::{FormColumn, Takes, guarded};

/// How far a total may be from the edge of a band, in hundredths. On the edge is the likeliest.
const BESIDE_EDGE: [i64; 9] = [-100, -50, -1, 0, 0, 0, 1, 50, 100];
/// Assessors give quarters of points.
const QUARTER: u32 = 25;

/// Draws schools.
pub(crate) struct Sampler<'a> {
    framework: &'a Framework,
    seed: [u8; 32],
}

impl<'a> Sampler<'a> {
    pub(crate) fn new(framework: &'a Framework, seed: u64) -> Sampler<'a> {
        let mut bytes = [0; 32];
        for (byte, drawn) in bytes.iter_mut().zip(seed.to_le_bytes()) {
            *byte = drawn;
        }
        Sampler { framework, seed: bytes }
    }

    /// The school of a number, from 1.
    pub(crate) fn school(&self, number: u64) -> Assessment {
        let mut rng = ChaCha8Rng::from_seed(self.seed);
        rng.set_stream(number);
        let mut dice = Dice(rng);
        let (kind, name) = dice.weighted(PRIMARY, &OTHER_KINDS);
        let mut school = Assessment {
            framework: Some(self.framework.id.clone()),
            institution: Some(Institution {
                code: Some(format!("MAU-{number:05}")),
                kind: Some(kind),
                name: Some(format!("{name} Mẫu {number:04} (dữ liệu giả định)")),
            }),
            period: Some("2023-2024".to_owned()),
            stream: Some(if dice.chance(90) { Stream::SelfAssessment } else { Stream::External }),
            assessed_on: format!("2024-05-{:02}", 1 + dice.below(31)).parse().ok(),
            ..Assessment::default()
        };
        for condition in self.framework.conditions() {
            let met = dice.weighted(Some(true), &[(6, Some(false)), (6, None)]);
            if let Some(met) = met {
                school.conditions.insert(condition.code.to_string(), ConditionAnswer::from(met));
            }
        }
        let percent = 30 + dice.below(70);
        let missing = dice.weighted(0, &[(20, 5), (10, 30)]);
        for group in &self.framework.groups {
            for (indicator, fact) in dice.facts(self.framework, group, percent) {
                if !dice.chance(missing) {
                    school.answers.insert(indicator.code.to_string(), Answer::from(fact));
                }
            }
        }
        school
    }
}

/// What most schools are, and what they are called.
const PRIMARY: (InstitutionType, &str) = (InstitutionType::Primary, "Trường Tiểu học");
/// What so many in a hundred are.
const OTHER_KINDS: [(u32, (InstitutionType, &str)); 4] = [
    (30, (InstitutionType::LowerSecondary, "Trường Trung học cơ sở")),
    (10, (InstitutionType::UpperSecondary, "Trường Trung học phổ thông")),
    (5, (InstitutionType::MultiLevel, "Trường Tiểu học và Trung học cơ sở")),
    (5, (InstitutionType::Continuing, "Trung tâm Giáo dục thường xuyên")),
];

/// Only `next_u32` is used: what `rand` makes of it may change between versions.
struct Dice(ChaCha8Rng);

impl Dice {
    /// A number from 0, below `end`.
    fn below(&mut self, end: u32) -> u32 {
        let drawn = u64::from(self.0.next_u32()) * u64::from(end);
        u32::try_from(drawn >> 32).unwrap_or(0)
    }

    /// True so many times in a hundred.
    fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of those that come so many times in a hundred; the first of them for the rest.
    fn weighted<T: Copy>(&mut self, first: T, others: &[(u32, T)]) -> T {
        let mut drawn = self.below(100);
        for &(weight, choice) in others {
            if drawn < weight {
                return choice;
            }
            drawn -= weight;
        }
        first
    }

    /// What a group's indicators are answered with, so that those with points add up to a total worth looking at.
    fn facts<'f>(&mut self, framework: &'f Framework, group: &'f Group, percent: u32) -> Vec<(&'f Indicator, Fact)> {
        let max = group.max.hundredths();
        let total = self.total(group, percent);
        let mut drawn: Vec<(&Indicator, Fact)> = Vec::new();
        for indicator in group.criteria.iter().flat_map(|criterion| &criterion.indicators) {
            let fact = match framework.rule_of(indicator) {
                Rule::Flag => Fact::Met(self.chance(percent)),
                Rule::Share | Rule::Steps { of: StepsOf::Percent, .. } => self.share(),
                Rule::Steps { table, .. } => Fact::Count(self.count(table.last().map_or(0, |last| last.at_least.hundredths() / 100))),
                Rule::Direct => Fact::Points(self.about(indicator.max, total, max)),
            };
            drawn.push((indicator, fact));
        }
        add_up(&mut drawn, total);
        drawn
    }

    /// The total a group is to have, in hundredths.
    fn total(&mut self, group: &Group, percent: u32) -> u32 {
        let max = group.max.hundredths();
        let edges: Vec<u32> = group.bands.bands.iter().filter_map(|band| band.from.or(band.above)).map(Points::hundredths).collect();
        let edge = edges.get(self.below(u32::try_from(edges.len()).unwrap_or(0)) as usize).copied();
        match edge {
            Some(edge) if self.chance(35) => {
                let beside = BESIDE_EDGE.get(self.below(9) as usize).copied().unwrap_or(0);
                u32::try_from(i64::from(edge) + beside).unwrap_or(0).min(max)
            }
            _ => {
                let percent = (percent + self.below(20)).saturating_sub(10).min(100);
                let exact = u64::from(max) * u64::from(percent) / 100;
                u32::try_from(exact).unwrap_or(max) / QUARTER * QUARTER
            }
        }
    }

    /// Points in the same proportion as the total, more or less.
    fn about(&mut self, max: Points, total: u32, of: u32) -> Points {
        let fair = u64::from(max.hundredths()) * u64::from(total) / u64::from(of.max(1));
        let quarters = u32::try_from(fair).unwrap_or(0) / QUARTER + self.below(5);
        points((quarters.saturating_sub(2) * QUARTER).min(max.hundredths()))
    }

    fn share(&mut self) -> Fact {
        let whole = 10 + self.below(60);
        let part = self.below(whole + 1);
        let count = |number| Count::new(number).unwrap_or_default();
        Share::new(count(part), count(whole)).map_or(Fact::Met(false), Fact::Share)
    }

    fn count(&mut self, last_step: u32) -> Count {
        Count::new(self.below(last_step + last_step / 4 + 2)).unwrap_or(Count::MAX)
    }
}

/// Moves points up or down, indicator by indicator, until they make the total.
fn add_up(drawn: &mut [(&Indicator, Fact)], total: u32) {
    let given = |fact: &Fact| if let Fact::Points(points) = fact { points.hundredths() } else { 0 };
    let mut sum: u32 = drawn.iter().map(|(_, fact)| given(fact)).sum();
    for (indicator, fact) in drawn {
        let Fact::Points(now) = fact else { continue };
        let hundredths = now.hundredths();
        let moved = if sum < total { (hundredths + (total - sum)).min(indicator.max.hundredths()) } else { hundredths.saturating_sub(sum - total) };
        sum = sum - hundredths + moved;
        *now = points(moved);
    }
}

fn points(hundredths: u32) -> Points {
    Points::from_hundredths(hundredths).unwrap_or(Points::MAX)
}

/// A school as a row of a wide table.
pub(crate) fn row(columns: &[FormColumn], school: &Assessment) -> Vec<String> {
    let text = |column: &FormColumn| {
        let text = cell(column, school).unwrap_or_default();
        if matches!(column.takes, Takes::Fact(_)) { text } else { guarded(&text).into_owned() }
    };
    columns.iter().map(text).collect()
}

fn cell(column: &FormColumn, school: &Assessment) -> Option<String> {
    let institution = school.institution.as_ref();
    match column.name.as_str() {
        "institution.code" => institution?.code.clone(),
        "institution.name" => institution?.name.clone(),
        "institution.type" => Some(institution?.kind?.as_str().to_owned()),
        "period" => school.period.clone(),
        "stream" => Some(school.stream?.as_str().to_owned()),
        "assessed_on" => Some(school.assessed_on?.to_string()),
        code => match school.conditions.get(code) {
            Some(condition) => condition.met.map(|met| met.to_string()),
            None => school.answers.get(code)?.fact.and_then(|fact| match fact {
                Fact::Points(points) => Some(points.to_string()),
                Fact::Met(met) => Some(met.to_string()),
                Fact::Share(share) => Some(format!("{}/{}", share.part(), share.whole())),
                Fact::Count(count) => Some(count.to_string()),
                _ => None,
            }),
        },
    }
}
