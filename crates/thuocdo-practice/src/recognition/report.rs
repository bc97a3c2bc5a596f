//! Certificates and their verification in words.

use thuocdo::text::{self, Column};
use thuocdo::{Framework, Lang, Report};

use super::certificate::Certificate;
use super::verify::Verification;
use super::words::Say;
use crate::shared::words::{group_cell, points};

impl Certificate {
    /// The certificate in words. `framework` gives the titles of the groups.
    pub fn report(&self, framework: &Framework, lang: Lang) -> Report {
        let mut report = Report::default();
        let code = self.institution.code.as_deref().unwrap_or_default();
        report.title(Say::Title.say(lang, &[("name", &self.institution.name.as_deref().unwrap_or(code))]));
        report.line(Say::About.say(lang, &[("code", &code), ("period", &self.period)]));
        report.line(Say::By.say(lang, &[("body", &self.body), ("on", &self.on.text(lang))]));
        let columns =
            vec![Column::text(Say::Group.template(lang)), Column::number(Say::Points.template(lang)), Column::number(Say::Level.template(lang))];
        let rows = self.groups.iter().map(|group| vec![group_cell(framework, &group.code, lang), points(group.score, lang), group.level.to_string()]);
        report.table(columns, rows);
        report.line(Say::Overall.say(lang, &[("level", &self.overall.level)]));
        let mark = |say: Say, id: &str, revision: u32, digest: &str| say.say(lang, &[("id", &id), ("revision", &revision), ("digest", &digest)]);
        let own = (self.framework.id == framework.id).then_some(&framework.legal.act);
        report.line(mark(Say::Framework, own.unwrap_or(&self.framework.id), self.framework.revision, &self.framework.digest));
        report.lines(self.overlays.iter().map(|overlay| mark(Say::Overlay, &overlay.id, overlay.revision, &overlay.digest)));
        report.line(Say::Basis.say(lang, &[("firm", &self.basis.confirmed()), ("all", &self.basis.all())]));
        report.line(Say::Digest.say(lang, &[("digest", &thuocdo::digest(&self.to_json()))]));
        report.line(Say::Engine.say(lang, &[("engine", &self.engine)]));
        report.line(Say::NoDecision.template(lang));
        report
    }
}

impl Verification {
    /// The verification in words.
    pub fn report(&self, lang: Lang) -> Report {
        let mut report = Report::default();
        if self.identical {
            report.line(Say::Identical.template(lang));
            return report;
        }
        report.line(Say::Differs.say(lang, &[("count", &self.differences.len())]));
        let rows = self
            .differences
            .iter()
            .map(|difference| vec![text::place(&difference.at, lang), difference.stated.to_string(), difference.found.to_string()]);
        report.table([Say::Place, Say::Stated, Say::Found].map(|title| Column::text(title.template(lang))), rows);
        report
    }
}
