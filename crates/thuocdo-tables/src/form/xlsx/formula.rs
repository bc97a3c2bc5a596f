//! The formulas of a form, in Excel's English notation. They only help while a person types; the library's own result counts.
//!
//! Points are compared as whole hundredths, so that no binary fraction decides a level: 75.01 is 7501.

use thuocdo::{Band, Bands, Level, Points, Range, Rule, StepsOf};

use crate::fact::{MET, UNMET};

/// Marks of a row: a condition that is met or unmet, and an answer that the library would refuse.
pub(super) const IS_MET: &str = "✓";
pub(super) const IS_UNMET: &str = "✗";
pub(super) const IS_REFUSED: &str = "!";

/// A text in a formula.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// The number in a cell of text, with a decimal point or comma, whatever the mark of the machine is (`MID(1/2,2,1)`).
fn number(cell: &str) -> String {
    format!("VALUE(SUBSTITUTE(SUBSTITUTE(TRIM({cell}),\",\",\".\"),\".\",MID(1/2,2,1)))")
}

/// Whether a cell holds points up to those in `max`: no percentage, no time, at most two decimals. A day is a large number, so it is no points.
fn is_points(cell: &str, max: &str) -> String {
    let number = number(cell);
    format!("AND(COUNTIF({cell},\"*%*\")+COUNTIF({cell},\"*:*\")=0,MEDIAN(0,ROUND({number},2),{max})={number})")
}

/// Whether a text is made of digits alone.
fn is_digits(text: &str) -> String {
    format!("TEXT(VALUE({text}),REPT(\"0\",LEN({text})))={text}")
}

/// Part and whole of `24/32` in a cell.
fn halves(cell: &str) -> [String; 2] {
    [format!("TRIM(LEFT({cell},FIND(\"/\",{cell})-1))"), format!("TRIM(MID({cell},FIND(\"/\",{cell})+1,20))")]
}

/// What a cell accepts, for the validation of Excel, which allows 255 characters; `None` for a cell with a list.
pub(super) fn accepted(rule: &Rule, cell: &str, max: &str) -> Option<String> {
    match rule {
        Rule::Direct => Some(is_points(cell, max)),
        Rule::Flag => None,
        Rule::Steps { of: StepsOf::Count, .. } => Some(format!("AND({},VALUE(TRIM({cell}))<=1000000)", is_digits(&format!("TRIM({cell})")))),
        Rule::Share | Rule::Steps { .. } => {
            let [part, whole] = halves(cell);
            let marks = ["%", ".", ","].map(|mark| format!("COUNTIF({cell},\"*{mark}*\")")).join("+");
            Some(format!("AND({marks}=0,VALUE({part})>=0,VALUE({part})<=VALUE({whole}),VALUE({whole})>0)"))
        }
    }
}

/// The points that the answer in a cell brings; nothing for a blank cell, and a mark for what the library would refuse.
pub(super) fn points(rule: &Rule, cell: &str, max_cell: &str, max: Points) -> String {
    let (is_good, points) = match rule {
        Rule::Direct => (is_points(cell, max_cell), format!("ROUND({},2)", number(cell))),
        Rule::Flag => return answer(cell, &met(cell, max_cell, "0")),
        Rule::Steps { of: StepsOf::Count, table } => {
            let count = format!("TRIM({cell})");
            let steps = chosen(&format!("VALUE({count})"), table.iter().map(|step| (step.at_least.to_string(), step.points.to_string())));
            (format!("AND({},VALUE({count})<=1000000)", is_digits(&count)), steps)
        }
        Rule::Share => {
            let [part, whole] = halves(cell).map(|half| format!("VALUE({half})"));
            (is_share(cell), share(&part, &whole, max))
        }
        Rule::Steps { table, .. } => {
            let [part, whole] = halves(cell).map(|half| format!("VALUE({half})"));
            let steps = chosen(&format!("100*{part}/{whole}"), table.iter().map(|step| (step.at_least.to_string(), step.points.to_string())));
            (is_share(cell), steps)
        }
    };
    answer(cell, &format!("IF({is_good},{points},{})", quoted(IS_REFUSED)))
}

/// The mark of a condition.
pub(super) fn condition(cell: &str) -> String {
    answer(cell, &met(cell, &quoted(IS_MET), &quoted(IS_UNMET)))
}

fn is_share(cell: &str) -> String {
    let [part, whole] = halves(cell);
    let digits = [is_digits(&part), is_digits(&whole)].join(",");
    format!("AND({digits},VALUE({part})<=VALUE({whole}),VALUE({whole})>0)")
}

/// The points of a share, rounded half up in whole numbers as the library does.
fn share(part: &str, whole: &str, max: Points) -> String {
    format!("INT(({}*{part}+{whole})/(2*{whole}))/100", 2 * u64::from(max.hundredths()))
}

/// The points that the two cells of the trial column would bring as a share.
pub(super) fn trial(part: &str, whole: &str, max: Points) -> String {
    let is_good = format!("AND(ISNUMBER({part}),ISNUMBER({whole}),{part}>=0,{part}<={whole},{whole}>0)");
    format!("IF(OR({part}=\"\",{whole}=\"\"),\"\",IF({is_good},{},{}))", share(part, whole, max), quoted(IS_REFUSED))
}

/// Nothing for a blank cell, else the value; a mark where it cannot be computed.
fn answer(cell: &str, value: &str) -> String {
    format!("IF(TRIM({cell})=\"\",\"\",IFERROR({value},{}))", quoted(IS_REFUSED))
}

fn met(cell: &str, yes: &str, no: &str) -> String {
    let is_one_of = |words: &[&str]| {
        let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
        format!("ISNUMBER(MATCH(TRIM({cell}),{{{}}},0))", words.join(","))
    };
    format!("IF({},{yes},IF({},{no},{}))", is_one_of(&MET), is_one_of(&UNMET), quoted(IS_REFUSED))
}

/// The value of the last row of a table whose bound is reached.
pub(super) fn chosen(found: &str, table: impl Iterator<Item = (String, String)>) -> String {
    let (bounds, values): (Vec<String>, Vec<String>) = table.unzip();
    format!("LOOKUP({found},{{{}}},{{{}}})", bounds.join(","), values.join(","))
}

/// The level of so many hundredths of points.
pub(super) fn level(hundredths: &str, bands: &Bands) -> String {
    chosen(hundredths, bands.bands.iter().map(|band| (first(band).to_string(), band.level.to_string())))
}

/// The first hundredth of a band.
fn first(band: &Band) -> u64 {
    match (band.from, band.above) {
        (Some(from), _) => u64::from(from.hundredths()),
        (None, Some(above)) => u64::from(above.hundredths()) + 1,
        (None, None) => 0,
    }
}

/// The lowest and the highest level of the bands.
pub(super) fn levels(bands: &Bands) -> Range<Level> {
    let level = |band: Option<&Band>| band.map(|band| band.level).unwrap_or_default();
    Range { low: level(bands.bands.first()), high: level(bands.bands.last()) }
}

/// Two cells with hundredths as one text: `66–76`.
pub(super) fn span(low: &str, high: &str) -> String {
    format!("IF({low}={high},{low}/100&\"\",{low}/100&\"–\"&{high}/100)")
}

#[cfg(test)]
mod tests {
    use thuocdo::{Framework, Step};

    use super::*;

    /// Excel drops a validation with a longer formula, and with it the file.
    #[test]
    fn a_validation_is_as_short_as_excel_demands() {
        let table = vec![Step::default()];
        let rules =
            [Rule::Direct, Rule::Share, Rule::Steps { of: StepsOf::Count, table: table.clone() }, Rule::Steps { of: StepsOf::Percent, table }];
        for rule in rules {
            let formula = accepted(&rule, "D9999", "C9999").expect("it has no list");
            assert!(formula.len() <= 255, "{} {formula}", formula.len());
        }
    }

    #[test]
    fn a_band_begins_at_a_whole_hundredth() {
        let framework = Framework::shipped("moet-4725-2022").expect("it is shipped");
        assert_eq!(level("K4", &framework.groups[0].bands), "LOOKUP(K4,{0,5000,7501},{1,2,3})");
    }

    #[test]
    fn a_text_keeps_its_quotes() {
        assert_eq!(quoted("a \"b\""), "\"a \"\"b\"\"\"");
    }
}
