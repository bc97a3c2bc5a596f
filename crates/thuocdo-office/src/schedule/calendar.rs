//! The plan as iCalendar (RFC 5545), for the calendar of a telephone or an office.
//!
//! Visits are whole days, without times, time zones or alarms, so this is all of the format that is needed; the crate `icalendar` would bring
//! a second library of dates.

use thuocdo::{Date, Lang};

use super::result::{Schedule, Visit};
use super::words::Say;

/// The longest line, in octets, without its end.
const LONGEST: usize = 75;

impl Schedule {
    /// The visits as whole days of a calendar. `stamp` is the day on which the plan was made. A visit that moves to another day keeps its
    /// identity, so that a calendar that takes the file in again moves it.
    pub fn ics(&self, stamp: Date, lang: Lang) -> String {
        let mut out = String::new();
        for text in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//thuocdo//schedule//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"] {
            line(&mut out, text);
        }
        for visit in &self.visits {
            event(&mut out, visit, stamp, lang);
        }
        line(&mut out, "END:VCALENDAR");
        out
    }
}

fn event(out: &mut String, visit: &Visit, stamp: Date, lang: Lang) {
    let name = visit.name.as_deref().unwrap_or(&visit.code);
    let summary = Say::Visit.say(lang, &[("name", &name)]);
    let description = [vec![visit.panel.clone(), visit.code.clone()], visit.reasons.clone()].concat().join("\n");
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}@thuocdo", escaped(&visit.code)));
    line(out, &format!("DTSTAMP:{}T000000Z", digits(stamp)));
    line(out, &format!("DTSTART;VALUE=DATE:{}", digits(visit.on)));
    line(out, &format!("SUMMARY:{}", escaped(&summary)));
    line(out, &format!("DESCRIPTION:{}", escaped(&description)));
    if let Some(address) = &visit.address {
        line(out, &format!("LOCATION:{}", escaped(address)));
    }
    line(out, &format!("CATEGORIES:{}", escaped(&visit.panel)));
    line(out, "TRANSP:OPAQUE");
    line(out, "END:VEVENT");
}

/// `20270614`
fn digits(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// A text value (section 3.3.11): backslash, semicolon, comma and line end are escaped; other controls are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}

/// Adds a content line, folded (section 3.1): no line is longer than 75 octets, and no letter is split.
fn line(out: &mut String, text: &str) {
    let mut length = 0_usize;
    for letter in text.chars() {
        if length.saturating_add(letter.len_utf8()) > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length = length.saturating_add(letter.len_utf8());
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_letters_and_texts_escaped() {
        let on: Date = "2027-06-14".parse().unwrap_or_default();
        let visit = Visit {
            address: Some("12, đường Biển Xanh; tầng 2".to_owned()),
            code: "VD-01".to_owned(),
            name: Some("Trường Tiểu học Ban Mai (ví dụ giả định) có một tên rất dài để phải gấp dòng".to_owned()),
            on,
            panel: "Đoàn 1".to_owned(),
            reasons: vec!["lý do một".to_owned(), r"a\b".to_owned()],
            ..Visit::default()
        };
        let ics = Schedule { visits: vec![visit], ..Schedule::default() }.ics(on, Lang::Vi);
        assert!(ics.ends_with("END:VCALENDAR\r\n"));
        for line in ics.split("\r\n") {
            assert!(line.len() <= 75, "{line}");
            assert!(!line.contains('\n'), "{line}");
        }
        let unfolded = ics.replace("\r\n ", "");
        for wanted in [
            "DTSTART;VALUE=DATE:20270614\r\n",
            "SUMMARY:Đánh giá ngoài: Trường Tiểu học Ban Mai (ví dụ giả định) có một tên rất dài để phải gấp dòng\r\n",
            "LOCATION:12\\, đường Biển Xanh\\; tầng 2\r\n",
            "DESCRIPTION:Đoàn 1\\nVD-01\\nlý do một\\na\\\\b\r\n",
            "UID:VD-01@thuocdo\r\n",
        ] {
            assert!(unfolded.contains(wanted), "{wanted}: {unfolded}");
        }
    }
}
