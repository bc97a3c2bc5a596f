//! Letters that urge (công văn đôn đốc): to an institution, or to an authority about its institutions.

use std::collections::BTreeMap;

use thuocdo::text::capital;
use thuocdo::{Framework, Lang};

use super::about::{About, period};
use super::letter::{Letter, stop};
use super::parts::running;
use super::year_words::ReminderWord as Say;
use crate::paper::{Block, Cell, Column, Paper, Paragraph, Span, Table, blank};
use crate::remind::{Reminder, Reminders};

thuocdo::words! {
    /// To whom letters go.
    #[derive(Default)]
    pub enum RemindBy {
        /// One to each authority, about its institutions.
        Authority = "authority",
        /// One to each institution.
        #[default]
        School = "school",
    }
}

/// The letters of reminders, in the order of the reminders, each with the code of its institution or the name of its authority. What is asked of
/// an institution whose authority nobody knows goes to the institution itself.
pub fn reminders(framework: &Framework, reminders: &Reminders, by: RemindBy, letter: &Letter, lang: Lang) -> Vec<(String, Paper)> {
    let draft = Draft { about: About::new(framework, lang), letter, reminders };
    // In the order in which their first reminder stands.
    let mut places: BTreeMap<To<'_>, usize> = BTreeMap::new();
    let mut letters: Vec<(To<'_>, Vec<&Reminder>)> = Vec::new();
    for reminder in &reminders.reminders {
        let to = match (&reminder.authority, by) {
            (Some(authority), RemindBy::Authority) => To::Authority(authority),
            _ => To::School(&reminder.code),
        };
        if let Some((_, asked)) = places.get(&to).and_then(|place| letters.get_mut(*place)) {
            asked.push(reminder);
        } else {
            places.insert(to, letters.len());
            letters.push((to, vec![reminder]));
        }
    }
    letters.into_iter().map(|(to, asked)| (to.key().to_owned(), draft.paper(to, &asked))).collect()
}

/// The letters of [`reminders`] in one file, each on pages of its own. `None` where nobody is to be reminded.
pub fn reminders_together(framework: &Framework, of: &Reminders, by: RemindBy, letter: &Letter, lang: Lang) -> Option<Paper> {
    let letters = reminders(framework, of, by, letter, lang);
    Paper::together(letters.into_iter().map(|(_, paper)| paper), Say::AllTitle.template(lang))
}

/// To whom one letter goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum To<'a> {
    /// An authority, by name.
    Authority(&'a str),
    /// An institution, by code.
    School(&'a str),
}

impl<'a> To<'a> {
    fn key(self) -> &'a str {
        match self {
            To::Authority(name) => name,
            To::School(code) => code,
        }
    }
}

struct Draft<'a> {
    about: About<'a>,
    letter: &'a Letter,
    reminders: &'a Reminders,
}

impl Draft<'_> {
    fn word(&self, word: Say) -> &'static str {
        word.template(self.about.lang)
    }

    fn paper(&self, to: To<'_>, asked: &[&Reminder]) -> Paper {
        let (lang, framework) = (self.about.lang, self.about.framework);
        let name = match to {
            To::Authority(name) => name,
            To::School(code) => asked.first().and_then(|reminder| reminder.name.as_deref()).unwrap_or(code),
        };
        let of = period(Some(&self.reminders.period), lang);
        let body = self.letter.body.clone().unwrap_or_else(|| blank(8));
        let mut blocks = self.letter.head_about(None, &blank(3), Some(&Say::About.say(lang, &[("period", &of)])), lang);
        blocks.push(Block::Paragraph(Paragraph::centred([Span::new(Say::To.say(lang, &[("to", &name)]))])));
        let (act, day) = (framework.legal.cited(lang), self.reminders.as_of.text(lang));
        blocks.push(running(Say::Ground.say(lang, &[("act", &act), ("body", &body), ("day", &day), ("period", &of)]) + "."));
        let asks = if matches!(to, To::Authority(_)) { Say::AsksAuthority } else { Say::AsksSchool };
        blocks.push(running(asks.say(lang, &[("body", &body), ("to", &name)]) + ":"));
        blocks.push(Block::Table(self.table(to, asked)));
        blocks.extend(self.deadline(asked));
        blocks.push(running(Say::Contact.say(lang, &[("blank", &blank(14))]) + "."));
        blocks.push(running(stop(&Say::Last.say(lang, &[("to", &name)]))));
        blocks.push(self.letter.end(&blank(9), &[self.word(Say::ToAsAbove).to_owned()], lang));
        let title = Say::FileTitle.say(lang, &[("to", &name), ("period", &of)]);
        Paper { blocks, foot: self.about.foot(&framework.digest()), lang, title }
    }

    /// By which day; of a deadline that is over, that it is, with room for a new day.
    fn deadline(&self, asked: &[&Reminder]) -> Option<Block> {
        let lang = self.about.lang;
        let (deadline, days) = asked.iter().find_map(|reminder| Some((reminder.deadline?, reminder.days?)))?;
        let day = deadline.text(lang);
        let text = match u64::try_from(days) {
            Ok(left) => Say::Left.say(lang, &[("day", &day), ("days", &left)]),
            Err(_) => Say::Over.say(lang, &[("day", &day), ("days", &days.unsigned_abs()), ("blank", &blank(2))]),
        };
        Some(running(text + "."))
    }

    fn table(&self, to: To<'_>, asked: &[&Reminder]) -> Table {
        let is_of_many = matches!(to, To::Authority(_));
        let mut columns = vec![Column::centred(self.word(Say::Nth), 6)];
        if is_of_many {
            columns.push(Column::words(self.word(Say::Institution), 34));
        }
        let [what, details] = if is_of_many { [28, 32] } else { [40, 54] };
        columns.extend([Column::words(self.word(Say::What), what), Column::words(self.word(Say::Details), details)]);
        let mut table = Table::new(columns);
        for (nth, reminder) in (1_u32..).zip(asked) {
            let mut cells = vec![Cell::from(nth.to_string())];
            if is_of_many {
                let name = reminder.name.as_deref().unwrap_or_default();
                cells.push(Cell::from(format!("{name}\n{}", reminder.code)));
            }
            cells.push(Cell::from(capital(reminder.ask.name(self.about.lang))));
            let mut details = Cell::empty();
            reminder.details.iter().for_each(|detail| details.add(without_code(detail)));
            cells.push(details);
            table.row(cells);
        }
        table
    }
}

/// A message without the code in brackets at its end, which is for whoever asks the program about it.
fn without_code(message: &str) -> &str {
    let is_code = |code: &str| code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let parts = message.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    parts.filter(|(_, code)| is_code(code)).map_or(message, |(text, _)| text)
}

#[cfg(test)]
mod tests {
    use super::without_code;

    #[test]
    fn a_code_at_the_end_is_left_out_and_other_brackets_stay() {
        let told = ["ô D22: ghi “24/32” (wrong_type)", "tệp hỏng (dòng 2)", "(a)", "x"].map(without_code);
        assert_eq!(told, ["ô D22: ghi “24/32”", "tệp hỏng (dòng 2)", "(a)", "x"]);
    }
}
