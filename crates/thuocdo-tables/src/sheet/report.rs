//! Sheets of a report: of its texts those that are numbers become numbers.

use std::collections::BTreeSet;

use thuocdo::Lang;
use thuocdo::text::{Block, Report, Table};

use super::{Sheet, SheetCell, SheetColumn, SheetTable};

/// The narrowest and the widest column, in characters.
const WIDTHS: (usize, usize) = (8, 40);
/// The most that a heading asks for: it goes on below, and a column of numbers stays narrow.
const HEADING: usize = 14;
/// Room beside the longest text, for the mark of the filter.
const BESIDE: u16 = 3;
/// The longest name of a sheet, in UTF-16 code units, as Excel counts.
const LONGEST_NAME: usize = 31;

/// The sheets of any report: one for each table, named by the last title above it, with the lines above it. Lines below the last table, or of
/// a report without tables, get a sheet of their own.
pub fn of_report(report: Report, lang: Lang) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    let mut names = BTreeSet::new();
    let mut above = Vec::new();
    let mut name = String::new();
    let mut sheet = |name: &str, above: &mut Vec<String>, table: Option<&Table>| {
        let mut lines = std::mem::take(above).into_iter();
        sheets.push(Sheet {
            is_alarm: false,
            name: sheet_name(name, &mut names),
            title: lines.next().unwrap_or_default(),
            remarks: lines.collect(),
            tables: table.into_iter().map(|table| SheetTable::of(table, lang)).collect(),
        });
    };
    for block in report.blocks {
        match block {
            Block::Title(text) => {
                name.clone_from(&text);
                above.push(text);
            }
            Block::Line(text) => above.push(text),
            Block::Table(table) => sheet(&name, &mut above, Some(&table)),
            _ => {}
        }
    }
    if !above.is_empty() {
        sheet(&name, &mut above, None);
    }
    sheets
}

impl SheetTable {
    /// A table of texts in one language, with columns as wide as their texts. In a column of numbers a text that is a number becomes one; a
    /// code that looks like a number stays a text.
    pub fn of(table: &Table, lang: Lang) -> SheetTable {
        let columns = table.columns.iter().enumerate().map(|(place, column)| {
            let texts = table.rows.iter().filter_map(|row| row.get(place)).map(|text| text.chars().count());
            let widest = texts.chain([column.title.chars().count().min(HEADING)]).max().unwrap_or(0).clamp(WIDTHS.0, WIDTHS.1);
            SheetColumn::new(&column.title, u16::try_from(widest).unwrap_or(u16::MAX).saturating_add(BESIDE))
        });
        let cell = |text: &String, is_number: bool| {
            let number = if is_number { number(text, lang) } else { None };
            number.map_or_else(|| SheetCell::text(text), SheetCell::Number)
        };
        let row = |row: &Vec<String>| row.iter().zip(&table.columns).map(|(text, column)| cell(text, column.is_number)).collect();
        SheetTable { columns: columns.collect(), heading: None, rows: table.rows.iter().map(row).collect() }
    }
}

/// A number as canonical JSON writes it, of one as people write it: `1.500,25` in Vietnamese, `1,500.25` in English. `None` of any other
/// text, such as `72–80` or `33,3%`.
fn number(text: &str, lang: Lang) -> Option<String> {
    let (comma, group) = match lang {
        Lang::Vi => (',', '.'),
        Lang::En => ('.', ','),
    };
    let plain = text.strip_prefix(['-', '−']).unwrap_or(text);
    let (whole, decimals) = plain.split_once(comma).map_or((plain, None), |(whole, decimals)| (whole, Some(decimals)));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(group);
    let first = groups.next().unwrap_or_default();
    let is_grouped = groups.clone().next().is_none() || first.len() <= 3;
    let is_number = is_digits(first) && is_grouped && groups.all(|group| group.len() == 3 && is_digits(group)) && decimals.is_none_or(is_digits);
    let sign = if plain.len() < text.len() { "-" } else { "" };
    let decimals = decimals.map(|decimals| format!(".{decimals}")).unwrap_or_default();
    is_number.then(|| format!("{sign}{}{decimals}", whole.replace(group, "")))
}

/// A name that Excel takes for a sheet, and that no sheet has yet: 31 characters at most, without `[]:*?/\\`.
fn sheet_name(title: &str, taken: &mut BTreeSet<String>) -> String {
    let plain: String = title.chars().map(|letter| if "[]:*?/\\".contains(letter) { ' ' } else { letter }).collect();
    let plain = plain.trim_matches(|letter: char| letter == '\'' || letter.is_whitespace());
    let plain = if plain.is_empty() { "1" } else { plain };
    let mut number = 1_u32;
    loop {
        let end = if number == 1 { String::new() } else { format!(" {number}") };
        let mut units = end.encode_utf16().count();
        let fits = |letter: &char| {
            units += letter.len_utf16();
            units <= LONGEST_NAME
        };
        let name = plain.chars().take_while(fits).collect::<String>().trim_end().to_owned() + &end;
        if taken.insert(name.to_lowercase()) {
            return name;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use thuocdo::text::Column;

    use super::*;

    #[test]
    fn numbers_are_read_as_the_language_writes_them() {
        let vi = ["78", "83,5", "1.500", "27.005,25", "−3", "-0,5"].map(|text| number(text, Lang::Vi).unwrap_or_default());
        assert_eq!(vi, ["78", "83.5", "1500", "27005.25", "-3", "-0.5"]);
        assert_eq!(["83.5", "1,500"].map(|text| number(text, Lang::En).unwrap_or_default()), ["83.5", "1500"]);
        assert!(["72–80", "33,3%", "", "-", "1.50", "1.2.3", "inf", "NaN", "7,", "1000.000"].iter().all(|text| number(text, Lang::Vi).is_none()));
    }

    #[test]
    fn each_sheet_has_a_name_of_its_own_that_excel_takes() {
        let mut taken = BTreeSet::new();
        let title = "Nhóm 2 · Chuyển đổi số trong quản trị [1/2]";
        let name = |taken: &mut BTreeSet<String>| sheet_name(title, taken);
        // 31 characters, then 29 and ` 2`.
        assert_eq!(name(&mut taken), "Nhóm 2 · Chuyển đổi số trong qu");
        assert_eq!(name(&mut taken), "Nhóm 2 · Chuyển đổi số trong 2");
        assert_eq!(sheet_name("", &mut taken), "1");
        assert_eq!(sheet_name("a/b", &mut taken), "a b");
        assert_eq!(sheet_name("A:B", &mut taken), "A B 2");
    }

    #[test]
    fn a_report_is_a_sheet_for_each_table_and_one_for_the_lines_below() {
        let mut report = Report::default();
        report.title("Kết quả");
        report.line("Kỳ 2023-2024");
        report.table(
            [Column::text("Mã"), Column::number("Điểm")],
            [vec!["0042".to_owned(), "77,5".to_owned()], vec!["7".to_owned(), "66–76".to_owned()]],
        );
        report.title("Ghi chú");
        report.line("Ô ghi 66–76 là chưa xác định");
        let sheets = of_report(report, Lang::Vi);
        assert_eq!(sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), ["Kết quả", "Ghi chú"]);
        assert_eq!((sheets[0].title.as_str(), sheets[0].remarks.as_slice()), ("Kết quả", &["Kỳ 2023-2024".to_owned()][..]));
        let rows = &sheets[0].tables[0].rows;
        // A code stays a text, also where it looks like a number; a range is no number.
        assert_eq!(rows[0], [SheetCell::text("0042"), SheetCell::number("77.5")]);
        assert_eq!(rows[1], [SheetCell::text("7"), SheetCell::text("66–76")]);
        assert!(sheets[1].tables.is_empty());
    }
}
