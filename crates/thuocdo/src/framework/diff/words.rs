//! The sentences on changes.

use crate::sentences;

sentences! {
    /// What changed.
    pub(super) enum Say {
        Title: "Những điểm thay đổi", "What changed";
        Before: "Trước: “{id}”, bản {revision} ({digest})", "Before: `{id}`, revision {revision} ({digest})";
        After: "Sau: “{id}”, bản {revision} ({digest})", "After: `{id}`, revision {revision} ({digest})";
        Same: "Hai tệp có nội dung như nhau", "Both say the same";
        NothingListed: "Hai tệp khác mã kiểm tra, nhưng không có điểm nào trong các mục nêu ở đây thay đổi", "The digests differ, but nothing that is compared here changed";
        Count: "Số điểm thay đổi: {count}", "Changes: {count}";
        Where: "Ở đâu", "Where";
        What: "Thay đổi", "Change";
        Changed: "{aspect}: trước là “{before}”, nay là “{after}”", "{aspect}: was `{before}`, is now `{after}`";
        In: "{aspect} (bản {language})", "{aspect} (in {language})";
        Added: "{aspect}: trước không có, nay là “{after}”", "{aspect}: there was none, now it is `{after}`";
        Dropped: "{aspect}: trước là “{before}”, nay không còn", "{aspect}: was `{before}`, and is no more";
        New: "Mới có trong bản sau", "New in the second one";
        NewTitled: "Mới có trong bản sau: “{after}”", "New in the second one: `{after}`";
        Gone: "Không còn trong bản sau", "No more in the second one";
        GoneTitled: "Không còn trong bản sau: “{before}”", "No more in the second one: `{before}`";
        Direct: "cho điểm trực tiếp", "points are given";
        Inside: "thuộc {code}", "in {code}";
    }
}
