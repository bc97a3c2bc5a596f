//! QR codes.

use qrcodegen::{QrCode, QrCodeEcc};

use super::Paragraph;

/// A QR code with lines beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Code {
    /// What stands beside it.
    pub beside: Vec<Paragraph>,
    /// The rows of the code from the top; a dark square is true.
    pub rows: Vec<Vec<bool>>,
    /// What the code says, as text.
    pub text: String,
}

impl Code {
    /// The light squares that readers need around a code.
    pub(super) const QUIET: usize = 4;

    /// The code of a text; `None` where the text is longer than a code holds, which is 2331 bytes.
    pub fn new(text: &str, beside: impl Into<Vec<Paragraph>>) -> Option<Code> {
        // Medium: a code of which a seal or a fold covers a seventh is still read.
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let rows = (0..code.size()).map(|y| (0..code.size()).map(|x| code.get_module(x, y)).collect());
        Some(Code { beside: beside.into(), rows: rows.collect(), text: super::visible(text) })
    }

    /// How many squares a side has, with the light ones around.
    pub(super) fn side(&self) -> usize {
        self.rows.len().saturating_add(Code::QUIET.saturating_mul(2))
    }

    /// The code as a black and white PNG, light squares around. Each square is of several pixels, so that no program blurs it.
    pub(super) fn png(&self) -> Option<Vec<u8>> {
        const SCALE: usize = 8;
        let side = u32::try_from(self.side().saturating_mul(SCALE)).ok()?;
        let light = |count: usize| std::iter::repeat_n(true, count);
        let edge = || light(self.side());
        let mut lines: Vec<Vec<bool>> = (0..Code::QUIET).map(|_| edge().collect()).collect();
        lines.extend(self.rows.iter().map(|row| light(Code::QUIET).chain(row.iter().map(|dark| !dark)).chain(light(Code::QUIET)).collect()));
        lines.extend((0..Code::QUIET).map(|_| edge().collect::<Vec<bool>>()));
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, side, side);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        let mut writer = encoder.write_header().ok()?;
        // A square is a byte wide, as many lines high.
        let wide = |line: &Vec<bool>| line.iter().map(|light| if *light { 0xff } else { 0 }).collect::<Vec<u8>>();
        let pixels: Vec<u8> = lines.iter().flat_map(|line| std::iter::repeat_n(wide(line), SCALE)).flatten().collect();
        writer.write_image_data(&pixels).ok()?;
        writer.finish().ok()?;
        Some(out)
    }
}
