//! The sentences of a report on a formula.

use thuocdo::Lang;

use super::case::CaseKind;

thuocdo::sentences! {
    /// A sentence or heading of a report on a formula.
    pub(super) enum Say {
        Conforms: "Khớp: cả {cases} ca thử đều đúng", "Conforms: all {cases} cases are right";
        Differs: "Chưa khớp: {differing} trong {cases} ca thử khác kết quả đúng", "Does not conform: {differing} of {cases} cases differ from what follows";
        NoLevels: "Chưa khớp: bảng trả lời không có mức độ nào để so", "Does not conform: the answers state no level to compare";
        Kit: "Bộ ca thử phiên bản {version}, {digest}", "Kit version {version}, {digest}";
        KitHas: "Bộ ca thử có {cases} ca", "The kit has {cases} cases";
        LeftOut: "Bỏ qua {count} ca vì bộ chỉ số không cho phép tổng điểm đó: {names}", "Left out, since no answers bring the total under this framework: {count} ({names})";
        MarkIs: "Dấu khớp: {mark}", "Mark: {mark}";
        MarkMeans: "Dấu này do dự án thuocdo đặt ra, không phải của Bộ GDĐT; nó chỉ nói rằng công thức trả lời đúng mọi ca thử của bộ này",
            "The mark is this project's and not the Ministry's; it says no more than that the formula answers every case of this kit rightly";
        NotStated: "Không so vì không câu trả lời nào có: {fields}", "Not compared, since no answer states it: {fields}";
        UnknownCases: "{count} câu trả lời không phải ca thử của bộ này: {names}", "Answers that are no case of this kit: {count} ({names})";
        Kinds: "Theo loại", "By kind";
        KindHead: "Loại", "Kind";
        CasesHead: "Ca thử", "Cases";
        DifferingHead: "Khác", "Differing";
        Case: "Ca thử", "Case";
        Field: "Chỗ khác", "Where";
        Right: "Đúng", "Right";
        Found: "Công thức trả lời", "Found";
        OfKind: "Khác ở loại {kind}: {differing} trong {cases}", "Differing in {kind}: {differing} of {cases}";
        More: "… và {count} chỗ khác nữa", "… and {count} more";
        Answer: "câu trả lời", "answer";
        MustBeRefused: "phải từ chối", "must be refused";
        Nothing: "không có", "nothing";
        WhyCondition: "Điều kiện chưa đạt hoặc chưa điền không đổi điểm và mức độ, nhưng cơ sở giáo dục chưa đủ điều kiện xét công nhận", "An unmet or unknown condition changes neither points nor level, but nobody can recognise the level";
        WhyEdge: "Xem dấu so sánh ở từng ngưỡng: “từ”, “đến”, “trên”, “dưới” của bộ chỉ số", "Look at the comparison at each threshold: `from`, `to`, `above` and `below` of the framework";
        WhyMissing: "Mục chưa điền không phải 0 điểm: điểm và mức độ còn để mở", "A missing answer is not zero: points and level stay open";
        WhyOutOfRange: "Điểm vượt tối đa hoặc dưới 0 phải bị từ chối, không tính và không cắt bớt", "Points above a maximum or below zero must be refused, neither counted nor cut";
        WhyRounding: "Điểm có hai chữ số thập phân; không làm tròn tổng điểm, và từ chối điểm có ba chữ số", "Points have two decimals; totals are not rounded, and three decimals are refused";
        WhyStream: "Hình thức đánh giá và cấp học không đổi kết quả", "Neither the stream nor the type of institution changes the result";
        WhySum: "Số thực nhị phân cộng sai ở ngưỡng; hãy cộng bằng số nguyên phần trăm điểm hoặc kiểu thập phân", "Binary floats add up wrongly at a threshold; add whole hundredths or decimals";
    }
}

/// What a formula that differs in a kind probably gets wrong.
pub(super) fn why(kind: CaseKind, lang: Lang) -> &'static str {
    let say = match kind {
        CaseKind::Condition => Say::WhyCondition,
        CaseKind::Edge => Say::WhyEdge,
        CaseKind::Missing => Say::WhyMissing,
        CaseKind::OutOfRange => Say::WhyOutOfRange,
        CaseKind::Rounding => Say::WhyRounding,
        CaseKind::Stream => Say::WhyStream,
        CaseKind::Sum => Say::WhySum,
    };
    say.template(lang)
}
