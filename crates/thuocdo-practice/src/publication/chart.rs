//! How many institutions have which level, as bars: an SVG picture for each group, with all that it shows as text besides.

use std::fmt::Write;

use thuocdo::{Decimal, Framework, Lang};

use super::escape::escaped;
use super::result::{LevelNumber, Publication};
use super::words::Say;
use crate::shared::words::level_meaning;

/// The width of a picture, in its own units: as wide as a phone, so that its letters are never smaller than the page's there.
const WIDTH: u32 = 340;
/// The height of one bar with the two lines of text it needs.
const STEP: u32 = 64;
/// The height of a bar.
const BAR: u32 = 16;
/// Where a bar begins below its lines of text.
const BELOW: u32 = 36;

/// Darker than 4.5 to 1 against white: the lowest level, those between, the highest, undetermined.
const COLOURS: [&str; 4] = ["#a3271f", "#7a5a00", "#1b6e3c", "#55585c"];

/// One bar.
struct Bar {
    colour: &'static str,
    computed: u32,
    label: String,
    name: String,
    recognised: u32,
}

/// The pictures, one for each group and one for the whole.
pub(super) fn charts(publication: &Publication, framework: &Framework, lang: Lang) -> String {
    let all = publication.summary.count;
    let parts = publication.parts(framework, lang).enumerate();
    parts.map(|(nth, (title, levels, undetermined))| figure(nth, &title, &bars(levels, undetermined, all, framework, lang), all, lang)).collect()
}

fn bars(levels: &[LevelNumber], undetermined: u32, all: u32, framework: &Framework, lang: Lang) -> Vec<Bar> {
    let [lowest, between, highest, open] = COLOURS;
    let share = |count: u32| Decimal::<1>::rounded(i128::from(count).saturating_mul(100), all.into()).text(lang);
    let (first, last) = (levels.first().map(|number| number.level), levels.last().map(|number| number.level));
    let level = |number: &LevelNumber| {
        let (count, level) = (number.computed.saturating_add(number.recognised), Some(number.level));
        Bar {
            colour: if level == last {
                highest
            } else if level == first {
                lowest
            } else {
                between
            },
            computed: number.computed,
            label: Say::BarLabel.say(lang, &[("count", &count), ("share", &share(count)), ("recognised", &number.recognised)]),
            name: framework.level(number.level).map(|meaning| level_meaning(meaning, lang)).unwrap_or_default(),
            recognised: number.recognised,
        }
    };
    let undetermined = Bar {
        colour: open,
        computed: undetermined,
        label: Say::BarUndetermined.say(lang, &[("count", &undetermined), ("share", &share(undetermined))]),
        name: Say::Undetermined.template(lang).to_owned(),
        recognised: 0,
    };
    levels.iter().map(level).chain([undetermined]).collect()
}

/// As much of a name as the picture is wide.
fn short(name: &str) -> String {
    const LONGEST: usize = 42;
    let mut short: String = name.chars().take(LONGEST).collect();
    if name.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}

/// A picture with its title and, for those who cannot see it, its numbers in words.
fn figure(nth: usize, title: &str, bars: &[Bar], all: u32, lang: Lang) -> String {
    let height = bars.iter().fold(0_u32, |height, _| height.saturating_add(STEP));
    let spoken: Vec<String> = bars.iter().map(|bar| format!("{}: {}", bar.name, bar.label)).collect();
    let mut out = String::new();
    let head = escaped(&Say::ChartTitle.say(lang, &[("part", &title)]));
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<figure>\n<figcaption>{}</figcaption>\n<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"chart-{nth} bars-{nth}\">\n\
         <title id=\"chart-{nth}\">{head}</title>\n<desc id=\"bars-{nth}\">{}</desc>\n",
        escaped(title),
        escaped(&spoken.join("; "))
    );
    let length = |count: u32| u64::from(count).saturating_mul(WIDTH.into()).checked_div(all.into()).unwrap_or(0);
    for (bar, top) in bars.iter().zip((0_u32..).step_by(usize::try_from(STEP).unwrap_or(1))) {
        let (name, label, y) = (top.saturating_add(14), top.saturating_add(30), top.saturating_add(BELOW));
        let (solid, pale, colour) = (length(bar.recognised), length(bar.computed), bar.colour);
        let _ = write!(
            out,
            "<text class=\"name\" x=\"0\" y=\"{name}\">{}</text>\n<text x=\"0\" y=\"{label}\">{}</text>\n\
             <rect class=\"track\" x=\"0\" y=\"{y}\" width=\"{WIDTH}\" height=\"{BAR}\"/>\n\
             <rect x=\"0\" y=\"{y}\" width=\"{solid}\" height=\"{BAR}\" fill=\"{colour}\"/>\n\
             <rect class=\"computed\" x=\"{solid}\" y=\"{y}\" width=\"{pale}\" height=\"{BAR}\" fill=\"{colour}\" stroke=\"{colour}\"/>\n",
            escaped(&short(&bar.name)),
            escaped(&bar.label)
        );
    }
    out.push_str("</svg>\n</figure>\n");
    out
}
