//! The head and the end of a paper.

use thuocdo::{Date, Lang};

use super::words::{LetterWord, STOP};
use crate::paper::{Block, Columns, Line, Paragraph, Span, blank};

/// What the head and the end of a paper say besides its results. What is `None` stays a blank to fill in by hand.
///
/// Every field may be absent. Write `Letter { body: Some("Trường …".to_owned()), ..Letter::default() }`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// The body above the one that issues the paper.
    pub above: Option<String>,
    /// The body that issues the paper.
    pub body: Option<String>,
    /// Number and sign of the paper: `12/BC-THHS`. Without it the paper is a draft.
    pub number: Option<String>,
    /// The day of the paper.
    pub on: Option<Date>,
    /// The place of the paper: `Hải Phòng`.
    pub place: Option<String>,
    /// Who signs.
    pub signer: Option<String>,
    /// As what: `HIỆU TRƯỞNG`.
    pub signer_title: Option<String>,
}

/// A text in capital letters, or a blank.
fn capitals(text: Option<&str>) -> String {
    text.map_or_else(|| blank(12), str::to_uppercase)
}

impl Letter {
    /// Whether the paper has no number yet.
    pub fn is_draft(&self) -> bool {
        self.number.is_none()
    }

    /// The mark of a draft, and the two columns above every paper. `body` stands in where the letter names none; `sign` is what follows the
    /// number, such as `BC-…`.
    pub(super) fn head(&self, body: Option<&str>, sign: &str, lang: Lang) -> Vec<Block> {
        self.head_about(body, sign, None, lang)
    }

    /// As [`Letter::head`], of a letter (công văn): it has no title, and says below its number what it is about.
    pub(super) fn head_about(&self, body: Option<&str>, sign: &str, about: Option<&str>, lang: Lang) -> Vec<Block> {
        let say = |word: LetterWord| word.template(lang);
        let centred = |span: Span| Line::Text(Paragraph::centred([span]));
        let number = self.number.clone().unwrap_or_else(|| format!("{}/{sign}", blank(3)));
        let mut left = vec![
            centred(Span::new(capitals(self.above.as_deref()))),
            centred(Span::bold(capitals(self.body.as_deref().or(body)))),
            Line::Rule(36),
            centred(Span::new(LetterWord::Number.say(lang, &[("number", &number)]))),
        ];
        left.extend(about.map(|about| Line::Text(Paragraph::centred([Span::new(about)]).small())));
        let place = self.place.clone().unwrap_or_else(|| blank(5));
        let right = vec![
            centred(Span::bold(say(LetterWord::Republic))),
            centred(Span::bold(say(LetterWord::Motto))),
            Line::Rule(52),
            centred(Span::italic(LetterWord::PlaceAndDay.say(lang, &[("place", &place), ("day", &day(self.on, lang))]))),
        ];
        let mark = self.is_draft().then(|| Block::Mark(say(LetterWord::Draft).to_owned()));
        mark.into_iter().chain([Block::Columns(Columns::new([38, 62], [left, right]))]).collect()
    }

    /// The title in the middle, and what it is about below.
    pub(super) fn title(title: &str, about: &str) -> Vec<Block> {
        vec![Block::Title(title.to_owned()), Block::Paragraph(Paragraph::centred([Span::bold(about)]))]
    }

    /// To whom the paper goes and that the files keep one, left; who signs, right. `title` stands in where the letter names none.
    pub(super) fn end(&self, title: &str, recipients: &[String], lang: Lang) -> Block {
        let mut left = vec![Line::Text(Paragraph::new([Span { is_bold: true, ..Span::italic(LetterWord::Recipients.template(lang)) }]).small())];
        let recipients = recipients.iter().map(|to| format!("- {to};")).chain([format!("- {}.", LetterWord::ToFile.template(lang))]);
        left.extend(recipients.map(|to| Line::Text(Paragraph::new([Span::new(to)]).small())));
        let right = self.signature(title, LetterWord::SignAndSeal.template(lang));
        Block::Columns(Columns::new([50, 50], [left, right]))
    }

    /// Who signs, with room for signature and seal. `title` stands in where the letter names none.
    pub(super) fn signature(&self, title: &str, how: &str) -> Vec<Line> {
        let title = self.signer_title.as_deref().unwrap_or(title).to_uppercase();
        signature(&title, how, self.signer.as_deref())
    }
}

/// A place to sign: as what, how, room, and the name where it is known.
pub(super) fn signature(title: &str, how: &str, name: Option<&str>) -> Vec<Line> {
    let centred = |span: Span| Line::Text(Paragraph::centred([span]));
    let name = name.map_or_else(|| Span::blank(9), Span::bold);
    vec![centred(Span::bold(title)), centred(Span::italic(how)), Line::Space(4), centred(name)]
}

/// A day as papers write it out, or blanks: `ngày 05 tháng 4 năm 2024`.
pub(super) fn day(on: Option<Date>, lang: Lang) -> String {
    let Some(on) = on else { return LetterWord::DayBlank.say(lang, &[("blank", &blank(2))]) };
    match lang {
        Lang::En => on.text(lang),
        Lang::Vi => {
            // As `Date::text` has it, with a zero before days below 10 and before the months 1 and 2.
            let text = on.text(lang);
            let mut parts = text.split('/');
            let mut part = || parts.next().unwrap_or_default().to_owned();
            LetterWord::Day.say(lang, &[("day", &part()), ("month", &part()), ("year", &part())])
        }
    }
}

/// A day in a table or sentence, or blanks: `05/4/2024`.
pub(super) fn short_day(on: Option<Date>, lang: Lang) -> String {
    on.map_or_else(|| format!("{0}/{0}/20{0}", blank(2)), |on| on.text(lang))
}

/// The last words of an official paper: with the stroke behind the final stop.
pub(super) fn stop(sentence: &str) -> String {
    format!("{sentence}{STOP}")
}
