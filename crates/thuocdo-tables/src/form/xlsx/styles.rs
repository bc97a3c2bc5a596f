//! The styles of a form's cells.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

const TITLE_BACK: u32 = 0x001F_4E79;
const GROUP_BACK: u32 = 0x00DD_EBF7;
const CRITERION_BACK: u32 = 0x00F2_F2F2;
const ANSWER_BACK: u32 = 0x00FF_F9E5;
const TRIAL_BACK: u32 = 0x00EA_F4EA;
const BORDER: u32 = 0x00BF_BFBF;
const QUIET: u32 = 0x0059_5959;
const REFUSED_BACK: u32 = 0x00F8_CBAD;

/// The styles of the cells. A cell that people fill in is unlocked, and holds text: Excel turns no `4/5` into a day there, and no `75%` into
/// 0.75.
pub(super) struct Styles {
    pub(super) authority: Format,
    pub(super) institution: Format,
    pub(super) title: Format,
    pub(super) subtitle: Format,
    pub(super) how_to: Format,
    pub(super) header: Format,
    pub(super) group: Format,
    pub(super) criterion: Format,
    pub(super) code: Format,
    pub(super) text: Format,
    pub(super) max: Format,
    pub(super) answer: Format,
    pub(super) about: Format,
    pub(super) known: Format,
    pub(super) counted: Format,
    pub(super) remark: Format,
    pub(super) trial: Format,
    pub(super) tried: Format,
    pub(super) summary: Format,
    pub(super) plain: Format,
    pub(super) signed: Format,
    pub(super) office: Format,
    pub(super) refused: Format,
}

impl Styles {
    pub(super) fn new() -> Styles {
        let plain = Format::new().set_align(FormatAlign::VerticalCenter).set_text_wrap();
        let cell = plain.clone().set_border(FormatBorder::Thin).set_border_color(BORDER);
        let centered = cell.clone().set_align(FormatAlign::Center);
        let open = cell.clone().set_num_format("@").set_background_color(ANSWER_BACK).set_unlocked();
        let about = open.clone().set_indent(1);
        let middle = plain.clone().set_align(FormatAlign::Center);
        Styles {
            authority: middle.clone().set_unlocked(),
            institution: middle.clone().set_bold(),
            title: middle.clone().set_bold().set_font_size(14).set_font_color(TITLE_BACK),
            subtitle: middle.clone().set_font_size(10).set_font_color(QUIET),
            how_to: cell.clone().set_italic().set_font_color(QUIET).set_indent(1),
            header: centered.clone().set_bold().set_font_color(0x00FF_FFFF).set_background_color(TITLE_BACK),
            group: cell.clone().set_bold().set_background_color(GROUP_BACK),
            criterion: cell.clone().set_bold().set_background_color(CRITERION_BACK),
            code: cell.clone().set_num_format("@"),
            text: cell.clone().set_indent(1),
            max: centered.clone(),
            answer: open.clone().set_align(FormatAlign::Center),
            known: about.clone().set_locked().set_background_color(CRITERION_BACK),
            about,
            counted: centered.clone().set_font_color(QUIET),
            remark: cell.clone().set_num_format("@").set_unlocked(),
            trial: centered.clone().set_background_color(TRIAL_BACK).set_unlocked(),
            tried: centered.clone().set_font_color(QUIET).set_background_color(TRIAL_BACK),
            summary: cell.clone().set_background_color(GROUP_BACK),
            signed: middle.clone().set_italic().set_unlocked(),
            office: middle.set_bold(),
            refused: Format::new().set_background_color(REFUSED_BACK),
            plain,
        }
    }
}
