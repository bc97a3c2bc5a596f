//! What `explain-code` prints of one code.

use super::Lang;

/// What a code means, an example that is wrong, and what to do instead.
#[derive(Clone, Copy)]
pub struct CodeHelp {
    meaning: [&'static str; 2],
    wrong: &'static str,
    instead: [&'static str; 2],
}

impl CodeHelp {
    /// Of a code: its meaning and what to do, each in Vietnamese and English, and between them the example.
    pub const fn new(meaning: [&'static str; 2], wrong: &'static str, instead: [&'static str; 2]) -> CodeHelp {
        CodeHelp { meaning, wrong, instead }
    }

    /// What it means.
    pub const fn meaning(self, lang: Lang) -> &'static str {
        lang.pick(self.meaning)
    }

    /// Something for which it is told.
    pub const fn wrong(self) -> &'static str {
        self.wrong
    }

    /// What to do instead.
    pub const fn instead(self, lang: Lang) -> &'static str {
        lang.pick(self.instead)
    }
}
