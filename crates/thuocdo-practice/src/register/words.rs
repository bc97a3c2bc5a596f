//! The sentence on institutions that were closed.

use thuocdo::Lang;

use super::coverage::Closed;

thuocdo::sentences! {
    /// The sentence on a form of an institution that was closed.
    enum Say {
        Closed: "Mã {code} đã sáp nhập hoặc chia tách từ ngày {on} (nay là {to}), trước kỳ đánh giá {period}, nhưng vẫn có phiếu của kỳ này", "{code} was closed on {on} (now {to}), before the period {period}, yet there is a form of it";
    }
}

/// Of each institution that was closed before the period of its form, a sentence.
pub(crate) fn closed(list: &[Closed], lang: Lang) -> impl Iterator<Item = String> {
    list.iter().map(move |closed| closed.line(lang))
}

impl Closed {
    /// On one line.
    pub fn line(&self, lang: Lang) -> String {
        let Closed { code, on, period, to } = self;
        Say::Closed.say(lang, &[("code", code), ("on", &on.text(lang)), ("to", &to.join(", ")), ("period", period)])
    }
}
