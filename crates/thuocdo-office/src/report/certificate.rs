//! The certificate of a recognised level as a paper.

use thuocdo::{Framework, Lang};
use thuocdo_practice::recognition::Certificate;

use super::about::{About, kind, name, period};
use super::letter::{Letter, short_day};
use super::parts::{line, note};
use super::words::{CertificateWord as Say, LetterWord};
use crate::paper::{Block, Cell, Code, Column, Paper, Paragraph, Span, Table, blank};

/// The electronic confirmation of a recognised level, with a QR code of its digest. `verify_at` is an address where it can be verified: the
/// code then holds the address, `#` and the digest. The number of `letter` is that of the decision that recognised the level.
///
/// The paper says itself that it does not replace the decision, which a person signs.
pub fn certificate(framework: &Framework, certificate: &Certificate, verify_at: Option<&str>, letter: &Letter, lang: Lang) -> Paper {
    let about = About::new(framework, lang);
    let say = |word: Say| word.template(lang);
    let institution = Some(&certificate.institution);
    let digest = thuocdo::digest(&certificate.to_json());

    let number = letter.number.clone().unwrap_or_else(|| format!("{}/QĐ-{}", blank(3), blank(3)));
    let on = letter.number.as_ref().and(letter.on);
    let body = letter.body.as_deref().unwrap_or(&certificate.body);
    let mark = letter.is_draft().then(|| Block::Mark(LetterWord::Draft.template(lang).to_owned()));
    let mut blocks: Vec<Block> = mark.into_iter().collect();
    blocks.extend([
        Block::Title(say(Say::Title).to_owned()),
        Block::Paragraph(Paragraph::centred([Span::bold(Say::About.say(lang, &[("period", &period(Some(&certificate.period), lang))]))])),
        Block::Paragraph(Paragraph::centred([Span::italic(
            Say::Decision.say(lang, &[("number", &number), ("day", &short_day(on, lang)), ("body", &body)]),
        )])),
        line(Say::Name.say(lang, &[("value", &name(institution))])),
        line(Say::Code.say(lang, &[("value", &certificate.institution.code.clone().unwrap_or_else(|| blank(10)))])),
        line(Say::Type.say(lang, &[("value", &kind(institution, lang))])),
        line(Say::Recognised.say(lang, &[("body", &certificate.body), ("day", &certificate.on.text(lang))])),
    ]);
    let mut table = Table::new([Column::words(say(Say::Group), 52), Column::centred(say(Say::Points), 18), Column::centred(say(Say::Level), 30)]);
    for group in &certificate.groups {
        let max = framework.group(&group.code).map(|group| format!("/{}", group.max.text(lang))).unwrap_or_default();
        table.row([Cell::from(about.group(&group.code)), Cell::from(about.points(group.score) + &max), Cell::from(about.level(group.level.into()))]);
    }
    table.strong([Cell::from(say(Say::Overall)), Cell::empty(), Cell::from(about.level(certificate.overall.level.into()))]);
    blocks.push(Block::Table(table));
    blocks.extend(framework.overall_note(lang).map(note));
    blocks.push(line(Say::By.say(lang, &[("acts", &about.acts()), ("revision", &certificate.framework.revision)])));
    blocks.push(note(about.basis(certificate.basis)));

    let text = verify_at.map_or_else(|| digest.clone(), |address| format!("{address}#{digest}"));
    let mut beside = vec![
        Paragraph::new([Span::new(say(Say::Digest))]).small(),
        Paragraph::new([Span::bold(&digest)]).small(),
        Paragraph::new([Span::new(say(Say::Compare))]).small(),
    ];
    beside.extend(verify_at.map(|address| Paragraph::new([Span::new(Say::VerifyAt.say(lang, &[("address", &address)]))]).small()));
    match Code::new(&text, beside.clone()) {
        Some(code) => blocks.push(Block::Code(code)),
        // An address longer than a code holds is written in words only.
        None => blocks.extend(beside.into_iter().map(Block::Paragraph)),
    }
    blocks.push(Block::Paragraph(Paragraph::new([Span::bold(format!("{}.", say(Say::NoDecision)))])));
    let title = Say::FileTitle.say(lang, &[("name", &name(institution)), ("period", &period(Some(&certificate.period), lang))]);
    Paper { blocks, foot: about.foot(&digest), lang, title }
}
