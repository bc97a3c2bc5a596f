//! A report of the library as a paper.

use thuocdo::text::{Block as Part, Report, Table as Listed};
use thuocdo::{Lang, text};

use super::{Block, Cell, Column, Paper, Paragraph, Span, Table};

/// The narrowest column beside the others, and the widest.
const WIDTHS: (usize, usize) = (8, 40);

impl Paper {
    /// A report as a paper: its first title names it, the others head what follows. `foot` is the line at the end of each page.
    pub fn of_report(report: &Report, foot: &str, lang: Lang) -> Paper {
        let mut paper = Paper { foot: super::visible(foot), lang, ..Paper::default() };
        for part in &report.blocks {
            paper.blocks.push(match part {
                Part::Title(title) if paper.title.is_empty() => {
                    paper.title = super::visible(title);
                    Block::Title(super::visible(title))
                }
                Part::Title(title) => Block::Heading(vec![Span::new(title)]),
                Part::Line(line) => Block::Paragraph(Paragraph::new([Span::new(line)])),
                Part::Table(table) => Block::Table(of_table(table)),
                _ => continue,
            });
        }
        paper
    }
}

fn of_table(listed: &Listed) -> Table {
    let width = |place: usize, title: &str| {
        let cells = listed.rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.chars().count());
        let widest = cells.chain([title.chars().count()]).max().unwrap_or_default();
        u16::try_from(widest.clamp(WIDTHS.0, WIDTHS.1)).unwrap_or_default()
    };
    let column = |(place, column): (usize, &text::Column)| {
        let width = width(place, &column.title);
        if column.is_number { Column::centred(&column.title, width) } else { Column::words(&column.title, width) }
    };
    let mut table = Table::new(listed.columns.iter().enumerate().map(column).collect::<Vec<_>>());
    for row in &listed.rows {
        table.row(row.iter().map(Cell::from).collect::<Vec<_>>());
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_a_page_of_its_titles_lines_and_tables_and_nothing_in_it_is_markup() {
        let mut report = Report::default();
        report.title("Kết quả <b>");
        report.line("Kỳ 2023-2024");
        report.title("Theo loại");
        report.table([text::Column::text("Loại"), text::Column::number("Ca")], [vec!["ngưỡng & <script>".to_owned(), "3".to_owned()]]);
        let page = Paper::of_report(&report, "thuocdo", Lang::Vi).html();
        let parts = ["<title>Kết quả &lt;b&gt;</title>", "Kỳ 2023-2024", "Theo loại", "ngưỡng &amp; &lt;script&gt;", "thuocdo"];
        assert!(parts.iter().all(|part| page.contains(part)), "{page}");
        assert!(!page.contains("<script"));
    }
}
