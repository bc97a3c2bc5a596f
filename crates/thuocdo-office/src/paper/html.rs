//! The paper as one HTML page. It needs nothing but itself: no script, no font, no picture from elsewhere.

use std::fmt::Write;

use super::markup::Markup;
use super::measure::shares;
use super::{Align, Bars, Block, Code, Columns, Kind, Line, Paper, Paragraph, Row, Span, Table, visible};

/// How the page looks on paper, on a screen and on a phone.
const STYLE: &str = include_str!("paper.css");
/// A browser numbers the pages of a file through. Of several papers in one, no number is better than a wrong one.
const WITHOUT_NUMBERS: &str = "@page { @top-center { content: none; } }\n";
/// So many columns stand beside each other on a phone.
const FEW: usize = 3;

impl Paper {
    /// The paper as an HTML page in UTF-8, which browsers print on A4.
    pub fn html(&self) -> String {
        let mut page = Markup::default();
        page.raw("<!DOCTYPE html>\n");
        page.within("html", &[("lang", self.lang.as_str())], |page| {
            page.within("head", &[], |head| {
                head.empty("meta", &[("charset", "utf-8")]);
                head.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
                head.empty("meta", &[("http-equiv", "Content-Security-Policy"), ("content", "default-src 'none'; style-src 'unsafe-inline'")]);
                head.within("title", &[], |title| title.text(&visible(&self.title)));
                head.within("style", &[], |style| {
                    style.raw(STYLE);
                    if self.blocks.contains(&Block::NextPaper) {
                        style.raw(WITHOUT_NUMBERS);
                    }
                });
            });
            page.within("body", &[], |body| {
                body.within("main", &[], |main| self.blocks.iter().for_each(|block| self::block(main, block)));
                self.line_at_foot(body);
            });
        });
        page.raw("\n");
        page.finish()
    }

    /// What the page shows, without head and style: to paste into a page of a site, whose look it takes over.
    pub fn fragment(&self) -> String {
        let mut out = Markup::default();
        out.within("article", &[("lang", self.lang.as_str())], |out| {
            self.blocks.iter().for_each(|block| self::block(out, block));
            self.line_at_foot(out);
        });
        out.raw("\n");
        out.finish()
    }

    fn line_at_foot(&self, out: &mut Markup) {
        out.within("footer", &[], |footer| footer.text(&visible(&self.foot)));
    }
}

fn block(out: &mut Markup, block: &Block) {
    out.raw("\n");
    match block {
        Block::Bars(bars) => self::bars(out, bars),
        Block::Code(code) => self::code(out, code),
        Block::Columns(columns) => self::columns(out, columns),
        Block::Heading(spans) => out.within("h2", &[], |out| self::spans(out, spans)),
        Block::Mark(mark) => out.within("p", &[("class", "mark")], |out| out.text(&visible(mark))),
        Block::NextPaper => out.within("div", &[("class", "page")], |_| ()),
        Block::PageBreak => out.within("div", &[("class", "page")], |_| ()),
        Block::Paragraph(paragraph) => self::paragraph(out, paragraph),
        Block::Table(table) => self::table(out, table),
        Block::Title(title) => out.within("h1", &[], |out| out.text(&visible(title))),
    }
}

fn spans(out: &mut Markup, spans: &[Span]) {
    for span in spans {
        match (span.is_bold, span.is_italic) {
            (false, false) => out.text(&span.text),
            (true, false) => out.within("b", &[], |out| out.text(&span.text)),
            (false, true) => out.within("i", &[], |out| out.text(&span.text)),
            (true, true) => out.within("b", &[], |out| out.within("i", &[], |out| out.text(&span.text))),
        }
    }
}

fn class(align: Align) -> &'static str {
    match align {
        Align::Centre => "centre",
        Align::Indented => "indented",
        Align::Right => "right",
        Align::Running => "running",
        Align::Start => "start",
    }
}

fn paragraph(out: &mut Markup, paragraph: &Paragraph) {
    let small = if paragraph.is_small { " small" } else { "" };
    out.within("p", &[("class", &format!("{}{small}", class(paragraph.align)))], |out| spans(out, &paragraph.spans));
}

fn columns(out: &mut Markup, columns: &Columns) {
    out.within("div", &[("class", "columns")], |out| {
        for (lines, width) in columns.columns.iter().zip(shares(&columns.widths, 100)) {
            out.within("div", &[("style", &format!("width:{width}%"))], |out| lines.iter().for_each(|line| self::line(out, line)));
        }
    });
}

fn line(out: &mut Markup, line: &Line) {
    match line {
        Line::Rule(percent) => out.empty("hr", &[("style", &format!("width:{percent}%"))]),
        Line::Space(lines) => out.within("div", &[("style", &format!("height:{lines}lh"))], |_| ()),
        Line::Text(paragraph) => self::paragraph(out, paragraph),
    }
}

fn table(out: &mut Markup, table: &Table) {
    // A few columns find room on a phone; more are moved aside by a finger.
    let class = if table.columns.len() <= FEW { "table few" } else { "table" };
    out.within("div", &[("class", class)], |out| {
        out.within("table", &[], |out| {
            let widths: Vec<u16> = table.columns.iter().map(|column| column.width).collect();
            out.within("colgroup", &[], |out| {
                for width in shares(&widths, 1000) {
                    out.empty("col", &[("style", &format!("width:{}.{}%", width / 10, width % 10))]);
                }
            });
            out.within("thead", &[], |out| {
                out.within("tr", &[], |out| {
                    for column in &table.columns {
                        out.within("th", &[("scope", "col")], |out| out.text(&column.title));
                    }
                });
            });
            out.within("tbody", &[], |out| table.rows.iter().for_each(|row| self::row(out, table, row)));
        });
    });
}

fn row(out: &mut Markup, table: &Table, row: &Row) {
    let lines = |out: &mut Markup, lines: &[Vec<Span>]| {
        for (nth, line) in lines.iter().enumerate() {
            if nth > 0 {
                out.empty("br", &[]);
            }
            // What a name holds must not turn the direction of what stands beside it.
            out.within("bdi", &[], |out| spans(out, line));
        }
    };
    out.raw("\n");
    match row.kind {
        Kind::Section => {
            let (all, cell) = (table.columns.len().to_string(), row.cells.first());
            out.within("tr", &[("class", "section")], |out| {
                out.within("th", &[("colspan", &all), ("scope", "rowgroup")], |out| lines(out, cell.map_or(&[], |cell| &cell.lines)));
            });
        }
        Kind::Plain | Kind::Strong => {
            let look: &[(&str, &str)] = if row.kind == Kind::Strong { &[("class", "strong")] } else { &[] };
            out.within("tr", look, |out| {
                for (column, cell) in table.columns.iter().zip(&row.cells) {
                    out.within("td", &[("class", class(column.align))], |out| lines(out, &cell.lines));
                }
            });
        }
    }
}

fn bars(out: &mut Markup, bars: &Bars) {
    out.within("table", &[("class", "bars")], |out| {
        out.within("tbody", &[], |out| {
            for bar in &bars.bars {
                out.within("tr", &[], |out| {
                    out.within("th", &[("scope", "row")], |out| out.within("bdi", &[], |out| out.text(&bar.label)));
                    out.within("td", &[], |out| {
                        // Browsers leave out backgrounds on paper, and print pictures.
                        out.within("svg", &[("viewBox", "0 0 1000 60"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")], |out| {
                            // The colours stand here, since a fragment has no style.
                            let mut piece = |colour, x: u16, width: u16| {
                                let (x, width) = (x.to_string(), width.to_string());
                                out.within("rect", &[("fill", colour), ("x", &x), ("y", "0"), ("width", &width), ("height", "60")], |_| ());
                            };
                            piece("#e3e7ec", 0, super::Bar::WHOLE);
                            piece("#9dbfe0", bar.low, bar.high.saturating_sub(bar.low));
                            piece("#1f5c99", 0, bar.low);
                            if let Some(mark) = bar.mark {
                                piece("#c2410c", mark.saturating_sub(4).min(992), 8);
                            }
                        });
                    });
                    out.within("td", &[("class", "value")], |out| out.text(&bar.value));
                });
            }
        });
    });
    if bars.bars.iter().any(|bar| bar.mark.is_some()) {
        out.within("p", &[("class", "start small")], |out| out.text(&visible(&bars.mark)));
    }
}

fn code(out: &mut Markup, code: &Code) {
    out.within("div", &[("class", "code")], |out| {
        let (side, quiet) = (code.side().to_string(), Code::QUIET);
        let mut path = String::new();
        for (y, row) in (quiet..).zip(&code.rows) {
            for (x, _) in (quiet..).zip(row).filter(|(_, dark)| **dark) {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{x} {y}h1v1h-1z");
            }
        }
        let view = format!("0 0 {side} {side}");
        out.within("svg", &[("viewBox", &view), ("role", "img"), ("aria-label", &code.text), ("shape-rendering", "crispEdges")], |out| {
            out.within("path", &[("d", &path)], |_| ());
        });
        out.within("div", &[], |out| code.beside.iter().for_each(|line| paragraph(out, line)));
    });
}
