//! The paper as a DOCX (ISO/IEC 29500, WordprocessingML): the parts of the package, and what stands in them.
//!
//! Elements have the names of the standard. The same paper makes the same bytes: no part holds a time, and parts are packed with
//! the first day that a ZIP knows.

use std::io;

use super::archive::Archive;
use super::markup::{Attributes, Markup};
use super::measure::shares;
use super::{Align, Bar, Bars, Block, Code, Columns, Kind, Line, Paper, Paragraph, Row, Span, Table, visible};

/// Between the margins of the page, in twentieths of a point: 210 mm less 30 mm and 15 mm.
const WIDTH: u32 = 9355;
/// How many columns of the grid a bar has.
const STEPS: u32 = 40;
/// The side of a QR code, in English Metric Units: 34 mm.
const SIDE: &str = "1224000";
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const GRAPHIC: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const CONTENT_TYPES: &str = include_str!("docx/content_types.xml");
const ROOT_RELATIONS: &str = include_str!("docx/relations.xml");
const SETTINGS: &str = include_str!("docx/settings.xml");
const STYLES: &str = include_str!("docx/styles.xml");

impl Paper {
    /// The paper as a DOCX.
    ///
    /// # Errors
    ///
    /// Where a part is larger than a ZIP holds.
    pub fn docx(&self) -> io::Result<Vec<u8>> {
        let mut body = Body::default();
        self.blocks.iter().for_each(|block| body.block(block));
        let pictures = std::mem::take(&mut body.pictures);
        let document = document(&body.out, self.blocks.contains(&Block::NextPaper));
        let mut package = Archive::default();
        package.packed("[Content_Types].xml", CONTENT_TYPES.as_bytes())?;
        package.packed("_rels/.rels", ROOT_RELATIONS.as_bytes())?;
        package.packed("docProps/core.xml", self.properties().as_bytes())?;
        package.packed("word/document.xml", document.as_bytes())?;
        package.packed("word/_rels/document.xml.rels", relations(pictures.len()).as_bytes())?;
        package.packed("word/styles.xml", STYLES.replace("{lang}", self.tag()).as_bytes())?;
        package.packed("word/settings.xml", SETTINGS.as_bytes())?;
        package.packed("word/header1.xml", header().as_bytes())?;
        package.packed("word/header2.xml", edge("w:hdr", |out| out.empty("w:p", &[])).as_bytes())?;
        package.packed("word/footer1.xml", self.footer().as_bytes())?;
        for (nth, picture) in pictures.iter().enumerate() {
            package.packed(&format!("word/media/picture{nth}.png"), picture)?;
        }
        package.finish()
    }

    fn tag(&self) -> &'static str {
        self.lang.pick(["vi-VN", "en-GB"])
    }

    /// What a program shows about the file. It has no author and no time.
    fn properties(&self) -> String {
        let mut out = Markup::default();
        out.raw(DECLARATION);
        let names = [
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ];
        out.within("cp:coreProperties", &names, |out| {
            out.within("dc:title", &[], |out| out.text(&visible(&self.title)));
            out.within("dc:language", &[], |out| out.text(self.tag()));
        });
        out.finish()
    }

    fn footer(&self) -> String {
        edge("w:ftr", |out| {
            styled(out, "Footer", &[Span::new(&self.foot)]);
        })
    }
}

/// A header or footer.
fn edge(name: &str, content: impl FnOnce(&mut Markup)) -> String {
    let mut out = Markup::default();
    out.raw(DECLARATION);
    out.within(name, &[("xmlns:w", W), ("xmlns:r", R)], content);
    out.finish()
}

/// The number of the page in the middle of its head; the first page has none.
fn header() -> String {
    edge("w:hdr", |out| {
        out.within("w:p", &[], |out| {
            out.within("w:pPr", &[], |out| out.empty("w:jc", &[("w:val", "center")]));
            out.within("w:fldSimple", &[("w:instr", "PAGE")], |out| run(out, &Span::new("2"), false));
        });
    })
}

/// The relations of the document: styles, settings, headers, footer, pictures.
fn relations(pictures: usize) -> String {
    let mut out = Markup::default();
    out.raw(DECLARATION);
    out.within("Relationships", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")], |out| {
        let mut one = |id: &str, kind: &str, target: &str| {
            out.empty("Relationship", &[("Id", id), ("Type", &format!("{R}/{kind}")), ("Target", target)]);
        };
        one("styles", "styles", "styles.xml");
        one("settings", "settings", "settings.xml");
        one("pages", "header", "header1.xml");
        one("first", "header", "header2.xml");
        one("foot", "footer", "footer1.xml");
        for nth in 0..pictures {
            one(&format!("picture{nth}"), "image", &format!("media/picture{nth}.png"));
        }
    });
    out.finish()
}

fn document(body: &Markup, is_one_of_several: bool) -> String {
    let mut out = Markup::default();
    out.raw(DECLARATION);
    let names = [("xmlns:w", W), ("xmlns:r", R), ("xmlns:wp", DRAWING), ("xmlns:a", GRAPHIC), ("xmlns:pic", PICTURE)];
    out.within("w:document", &names, |out| {
        out.within("w:body", &[], |out| {
            out.append(body);
            section(out, is_one_of_several);
        });
    });
    out.finish()
}

/// The pages of a paper: A4, the number in the head from the second page on. Of several papers in one file each begins at 1.
fn section(out: &mut Markup, is_one_of_several: bool) {
    out.within("w:sectPr", &[], |out| {
        out.empty("w:headerReference", &[("w:type", "default"), ("r:id", "pages")]);
        out.empty("w:headerReference", &[("w:type", "first"), ("r:id", "first")]);
        out.empty("w:footerReference", &[("w:type", "default"), ("r:id", "foot")]);
        out.empty("w:footerReference", &[("w:type", "first"), ("r:id", "foot")]);
        out.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        // 20 mm above and below, 30 mm left, 15 mm right.
        let margins = [("w:top", "1134"), ("w:right", "850"), ("w:bottom", "1134"), ("w:left", "1701"), ("w:header", "567"), ("w:footer", "454")];
        out.empty("w:pgMar", &[&margins[..], &[("w:gutter", "0")]].concat());
        if is_one_of_several {
            out.empty("w:pgNumType", &[("w:start", "1")]);
        }
        out.empty("w:titlePg", &[]);
    });
}

/// The blocks of the document, and the pictures they show.
#[derive(Default)]
struct Body {
    out: Markup,
    pictures: Vec<Vec<u8>>,
}

impl Body {
    fn block(&mut self, block: &Block) {
        let out = &mut self.out;
        match block {
            Block::Bars(bars) => self::bars(out, bars),
            Block::Code(code) => self.code(code),
            Block::Columns(columns) => self::columns(out, columns),
            Block::Heading(spans) => styled(out, "Heading1", spans),
            Block::Mark(mark) => styled(out, "Mark", &[Span::new(mark)]),
            // A section ends in a paragraph of its own.
            Block::NextPaper => out.within("w:p", &[], |out| {
                out.within("w:pPr", &[], |out| {
                    out.empty("w:pStyle", &[("w:val", "Gap")]);
                    section(out, true);
                });
            }),
            Block::PageBreak => {
                out.within("w:p", &[], |out| out.within("w:r", &[], |out| out.empty("w:br", &[("w:type", "page")])));
            }
            Block::Paragraph(of) => paragraph(out, of, Setting::Text),
            Block::Table(table) => self::table(out, table),
            Block::Title(title) => styled(out, "Title", &[Span::bold(title)]),
        }
    }

    /// The code in the left column of two, its lines in the right one.
    fn code(&mut self, code: &Code) {
        let picture = code.png();
        let nth = self.pictures.len();
        let is_there = picture.is_some();
        self.pictures.extend(picture);
        let widths = shares(&[26, 74], WIDTH);
        frame(&mut self.out, &widths, "Plain", |out| {
            out.within("w:tr", &[], |out| {
                out.within("w:trPr", &[], |out| out.empty("w:cantSplit", &[]));
                let mut widths = widths.iter();
                cell(out, widths.next().copied(), 1, None, |out| {
                    out.within("w:p", &[], |out| {
                        if is_there {
                            self::picture(out, nth, &code.text);
                        }
                    });
                });
                cell(out, widths.next().copied(), 1, None, |out| {
                    code.beside.iter().for_each(|line| paragraph(out, line, Setting::Cell));
                    if code.beside.is_empty() {
                        out.empty("w:p", &[]);
                    }
                });
            });
        });
    }
}

/// Where a paragraph stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Setting {
    /// Between the margins.
    Text,
    /// In a cell: without room around it.
    Cell,
    /// Beside a bar: on the page of the next one.
    Bar,
}

fn paragraph(out: &mut Markup, paragraph: &Paragraph, setting: Setting) {
    out.within("w:p", &[], |out| {
        out.within("w:pPr", &[], |out| {
            match setting {
                Setting::Text => {}
                Setting::Cell => out.empty("w:pStyle", &[("w:val", "Cell")]),
                Setting::Bar => out.empty("w:pStyle", &[("w:val", "Bar")]),
            }
            match paragraph.align {
                Align::Centre => out.empty("w:jc", &[("w:val", "center")]),
                Align::Indented => out.empty("w:ind", &[("w:firstLine", "567")]),
                Align::Right => out.empty("w:jc", &[("w:val", "end")]),
                Align::Running => {
                    out.empty("w:ind", &[("w:firstLine", "567")]);
                    out.empty("w:jc", &[("w:val", "both")]);
                }
                Align::Start => {}
            }
        });
        paragraph.spans.iter().for_each(|span| run(out, span, paragraph.is_small));
    });
}

/// A paragraph whose look is all in its style.
fn styled(out: &mut Markup, style: &str, spans: &[Span]) {
    out.within("w:p", &[], |out| {
        out.within("w:pPr", &[], |out| out.empty("w:pStyle", &[("w:val", style)]));
        for span in spans {
            run(out, span, false);
        }
    });
}

fn run(out: &mut Markup, span: &Span, is_small: bool) {
    out.within("w:r", &[], |out| {
        if span.is_bold || span.is_italic || is_small {
            out.within("w:rPr", &[], |out| {
                if span.is_bold {
                    out.empty("w:b", &[]);
                }
                if span.is_italic {
                    out.empty("w:i", &[]);
                }
                if is_small {
                    out.empty("w:sz", &[("w:val", "22")]);
                }
            });
        }
        out.within("w:t", &[("xml:space", "preserve")], |out| out.text(&span.text));
    });
}

/// A table of columns of these widths.
fn frame(out: &mut Markup, widths: &[u32], style: &str, rows: impl FnOnce(&mut Markup)) {
    out.within("w:tbl", &[], |out| {
        out.within("w:tblPr", &[], |out| {
            out.empty("w:tblStyle", &[("w:val", style)]);
            out.empty("w:tblW", &[("w:w", &widths.iter().sum::<u32>().to_string()), ("w:type", "dxa")]);
            out.empty("w:tblLayout", &[("w:type", "fixed")]);
        });
        out.within("w:tblGrid", &[], |out| widths.iter().for_each(|width| out.empty("w:gridCol", &[("w:w", &width.to_string())])));
        rows(out);
    });
    // Two tables without a paragraph between them would become one.
    styled(out, "Gap", &[]);
}

/// A cell over so many columns of the grid.
fn cell(out: &mut Markup, width: Option<u32>, span: u32, shade: Option<&str>, content: impl FnOnce(&mut Markup)) {
    out.within("w:tc", &[], |out| {
        out.within("w:tcPr", &[], |out| {
            out.empty("w:tcW", &[("w:w", &width.unwrap_or_default().to_string()), ("w:type", "dxa")]);
            if span > 1 {
                out.empty("w:gridSpan", &[("w:val", &span.to_string())]);
            }
            if let Some(shade) = shade {
                out.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", shade)]);
            }
            out.empty("w:vAlign", &[("w:val", "center")]);
        });
        content(out);
    });
}

fn columns(out: &mut Markup, columns: &Columns) {
    let widths = shares(&columns.widths, WIDTH);
    frame(out, &widths, "Plain", |out| {
        out.within("w:tr", &[], |out| {
            out.within("w:trPr", &[], |out| out.empty("w:cantSplit", &[]));
            for (lines, width) in columns.columns.iter().zip(&widths) {
                out.within("w:tc", &[], |out| {
                    out.within("w:tcPr", &[], |out| out.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]));
                    for line in lines {
                        self::line(out, line, *width);
                    }
                    if lines.is_empty() {
                        out.empty("w:p", &[]);
                    }
                });
            }
        });
    });
}

fn line(out: &mut Markup, line: &Line, width: u32) {
    match line {
        Line::Text(of) => paragraph(out, of, Setting::Cell),
        Line::Space(lines) => {
            (0..*lines).for_each(|_| styled(out, "Cell", &[]));
        }
        Line::Rule(percent) => {
            let side = width.saturating_mul(u32::from(100_u8.saturating_sub(*percent))).checked_div(200).unwrap_or(0).to_string();
            out.within("w:p", &[], |out| {
                out.within("w:pPr", &[], |out| {
                    out.empty("w:pStyle", &[("w:val", "Rule")]);
                    out.empty("w:ind", &[("w:left", &side), ("w:right", &side)]);
                });
            });
        }
    }
}

fn table(out: &mut Markup, table: &Table) {
    let titles: Vec<u16> = table.columns.iter().map(|column| column.width).collect();
    let widths = shares(&titles, WIDTH);
    frame(out, &widths, "Grid", |out| {
        out.within("w:tr", &[], |out| {
            out.within("w:trPr", &[], |out| {
                out.empty("w:cantSplit", &[]);
                out.empty("w:tblHeader", &[]);
            });
            for (column, width) in table.columns.iter().zip(&widths) {
                cell(out, Some(*width), 1, Some("EEF1F5"), |out| small(out, Align::Centre, &[Span::bold(&column.title)], false));
            }
        });
        table.rows.iter().for_each(|row| self::row(out, table, &widths, row));
    });
}

fn row(out: &mut Markup, table: &Table, widths: &[u32], row: &Row) {
    out.within("w:tr", &[], |out| {
        out.within("w:trPr", &[], |out| out.empty("w:cantSplit", &[]));
        if row.kind == Kind::Section {
            let all = u32::try_from(widths.len()).unwrap_or(1);
            let lines = row.cells.first().map_or(&[][..], |cell| &cell.lines);
            return cell(out, Some(widths.iter().sum()), all, Some("F6F7F9"), |out| self::lines(out, Align::Start, lines, true, true));
        }
        for ((column, width), of) in table.columns.iter().zip(widths).zip(&row.cells) {
            cell(out, Some(*width), 1, None, |out| lines(out, column.align, &of.lines, row.kind == Kind::Strong, false));
        }
    });
}

/// The lines of a cell of a table; a cell has at least one paragraph.
fn lines(out: &mut Markup, align: Align, lines: &[Vec<Span>], is_bold: bool, is_heading: bool) {
    let bold = |span: &Span| Span { is_bold: span.is_bold || is_bold, ..span.clone() };
    if lines.is_empty() {
        small(out, align, &[], is_heading);
    }
    for line in lines {
        small(out, align, &line.iter().map(bold).collect::<Vec<_>>(), is_heading);
    }
}

/// A paragraph in a table. A heading of rows stays with the row below it.
fn small(out: &mut Markup, align: Align, spans: &[Span], is_heading: bool) {
    out.within("w:p", &[], |out| {
        out.within("w:pPr", &[], |out| {
            out.empty("w:pStyle", &[("w:val", "TableText")]);
            if is_heading {
                out.empty("w:keepNext", &[]);
            }
            if align == Align::Centre {
                out.empty("w:jc", &[("w:val", "center")]);
            }
        });
        for span in spans {
            run(out, span, false);
        }
    });
}

/// Bars as shaded cells, which every program prints: a label, forty columns for the bar, the numbers.
fn bars(out: &mut Markup, bars: &Bars) {
    let mut parts = vec![440_u16];
    parts.extend((0..STEPS).map(|_| 10_u16));
    parts.push(140);
    let widths = shares(&parts, WIDTH);
    frame(out, &widths, "Plain", |out| bars.bars.iter().for_each(|bar| self::bar(out, bar, &widths)));
    if bars.bars.iter().any(|bar| bar.mark.is_some()) {
        paragraph(out, &Paragraph::new([Span::new(&bars.mark)]).small(), Setting::Text);
    }
}

/// A piece of a bar, with white edges above and below, so that bars stand apart.
fn piece(out: &mut Markup, width: u32, span: u32, colour: &str) {
    out.within("w:tc", &[], |out| {
        out.within("w:tcPr", &[], |out| {
            out.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if span > 1 {
                out.empty("w:gridSpan", &[("w:val", &span.to_string())]);
            }
            out.within("w:tcBorders", &[], |out| {
                for side in ["w:top", "w:bottom"] {
                    out.empty(side, &[("w:val", "single"), ("w:sz", "24"), ("w:space", "0"), ("w:color", "FFFFFF")]);
                }
            });
            out.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)]);
        });
        styled(out, "Bar", &[]);
    });
}

fn bar(out: &mut Markup, bar: &Bar, widths: &[u32]) {
    let steps =
        |part: u16| u32::from(part).saturating_mul(STEPS).saturating_add(u32::from(Bar::WHOLE) / 2).checked_div(Bar::WHOLE.into()).unwrap_or(0);
    let (low, high) = (steps(bar.low), steps(bar.high).max(steps(bar.low)));
    let mark = bar.mark.map(|mark| steps(mark).clamp(1, STEPS));
    let colour = |step: u32| match step {
        _ if mark == Some(step) => "C2410C",
        _ if step <= low => "1F5C99",
        _ if step <= high => "9DBFE0",
        _ => "E3E7EC",
    };
    out.within("w:tr", &[], |out| {
        out.within("w:trPr", &[], |out| out.empty("w:cantSplit", &[]));
        let text = |align, text: &str| Paragraph { align, ..Paragraph::new([Span::new(text)]).small() };
        cell(out, widths.first().copied(), 1, None, |out| paragraph(out, &text(Align::Start, &bar.label), Setting::Bar));
        let colours: Vec<&str> = (1..=STEPS).map(colour).collect();
        let mut widths_left = widths.iter().skip(1);
        for same in colours.chunk_by(|a, b| a == b) {
            let width = widths_left.by_ref().take(same.len()).sum();
            let span = u32::try_from(same.len()).unwrap_or(1);
            piece(out, width, span, same.first().copied().unwrap_or_default());
        }
        cell(out, widths.last().copied(), 1, None, |out| paragraph(out, &text(Align::Right, &bar.value), Setting::Bar));
    });
}

/// A picture in a line.
fn picture(out: &mut Markup, nth: usize, text: &str) {
    let (id, number) = (format!("picture{nth}"), nth.saturating_add(1).to_string());
    let about: Attributes<'_> = &[("id", &number), ("name", &id), ("descr", text)];
    out.within("w:r", &[], |out| {
        out.within("w:drawing", &[], |out| {
            out.within("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")], |out| {
                out.empty("wp:extent", &[("cx", SIDE), ("cy", SIDE)]);
                out.empty("wp:docPr", about);
                out.within("a:graphic", &[], |out| {
                    out.within("a:graphicData", &[("uri", PICTURE)], |out| {
                        out.within("pic:pic", &[], |out| {
                            out.within("pic:nvPicPr", &[], |out| {
                                out.empty("pic:cNvPr", about);
                                out.empty("pic:cNvPicPr", &[]);
                            });
                            out.within("pic:blipFill", &[], |out| {
                                out.empty("a:blip", &[("r:embed", &id)]);
                                out.within("a:stretch", &[], |out| out.empty("a:fillRect", &[]));
                            });
                            out.within("pic:spPr", &[], |out| {
                                out.within("a:xfrm", &[], |out| {
                                    out.empty("a:off", &[("x", "0"), ("y", "0")]);
                                    out.empty("a:ext", &[("cx", SIDE), ("cy", SIDE)]);
                                });
                                out.within("a:prstGeom", &[("prst", "rect")], |out| out.empty("a:avLst", &[]));
                            });
                        });
                    });
                });
            });
        });
    });
}
