//! The text that `explain-code` prints about one code.

use super::Lang;

/// The meaning of a code, a wrong example, and the remedy.
#[derive(Clone, Copy)]
pub struct CodeHelp {
    meaning: [&'static str; 2],
    wrong: &'static str,
    instead: [&'static str; 2],
}

impl CodeHelp {
    /// `meaning` and `instead` are in Vietnamese and English; `wrong` is the example.
    pub const fn new(meaning: [&'static str; 2], wrong: &'static str, instead: [&'static str; 2]) -> CodeHelp {
        CodeHelp { meaning, wrong, instead }
    }

    /// The meaning.
    pub const fn meaning(self, lang: Lang) -> &'static str {
        lang.pick(self.meaning)
    }

    /// An example that gets the code.
    pub const fn wrong(self) -> &'static str {
        self.wrong
    }

    /// The remedy.
    pub const fn instead(self, lang: Lang) -> &'static str {
        lang.pick(self.instead)
    }
}
