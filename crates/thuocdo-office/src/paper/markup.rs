//! Writes elements and texts of HTML and XML. Elements close where they opened, and texts are always escaped.

use quick_xml::escape::escape;

/// Markup as it grows.
#[derive(Debug, Default)]
pub(super) struct Markup {
    out: String,
}

/// The attributes of an element, names and values.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Markup {
    /// What was written.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Markup of the program's own, as it is.
    pub(super) fn raw(&mut self, markup: &'static str) {
        self.out.push_str(markup);
    }

    /// What another one holds.
    pub(super) fn append(&mut self, other: &Markup) {
        self.out.push_str(&other.out);
    }

    /// A text.
    pub(super) fn text(&mut self, text: &str) {
        self.out.push_str(&escape(text));
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.tag(name, attributes, "/>");
    }

    /// An element and its content.
    pub(super) fn within(&mut self, name: &str, attributes: Attributes<'_>, content: impl FnOnce(&mut Markup)) {
        self.tag(name, attributes, ">");
        content(self);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>, end: &str) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            self.out.push_str(&escape(*value));
            self.out.push('"');
        }
        self.out.push_str(end);
    }
}
