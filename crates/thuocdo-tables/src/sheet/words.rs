//! What stands on sheets of any list, Vietnamese and English side by side.

thuocdo::sentences! {
    /// A word on a sheet.
    pub(super) enum Say {
        NothingHere: "Không có", "None";
        Page: "Trang &P/&N", "Page &P of &N";
        SheetFoot: "{sheet} · {day}", "{sheet} · {day}";
    }
}
