//! Names for things in messages: types, forms, kinds of facts, and the fields that an overlay may not change.

crate::words! {
    /// A thing in a message: a word in JSON, and a name in each language.
    pub enum Term {
        /// A JSON null.
        Null = "null" ("null", "null"),
        /// A JSON true or false.
        Bool = "bool" ("đạt hay không (true hoặc false)", "true or false"),
        /// A JSON number.
        Number = "number" ("một số", "a number"),
        /// A JSON string.
        String = "string" ("một chuỗi ký tự", "a string"),
        /// A JSON array.
        List = "list" ("một danh sách", "a list"),
        /// A JSON object.
        Object = "object" ("một đối tượng", "an object"),
        /// Expected: a number of points.
        ExpectPoints = "points" ("một số điểm (trong JSON dùng dấu chấm: 7.5; trong Excel, CSV dùng 7,5)", "a number of points, such as 7.5"),
        /// Expected: a whole number.
        ExpectCount = "count" ("một số nguyên", "a whole number"),
        /// Expected: an answer.
        ExpectAnswer = "answer" ("một số điểm, đạt hay không (true hoặc false), hoặc một đối tượng", "a number of points, true or false, or an object"),
        /// Expected: the answer to a condition.
        ExpectCondition = "condition" ("đạt hay không (true hoặc false), hoặc một đối tượng", "true, false or an object"),
        /// The form of a date.
        DateForm = "date_form" ("năm-tháng-ngày (2023-10-12)", "YYYY-MM-DD"),
        /// The form of a date, or of a day of every year.
        DeadlineForm = "deadline_form" ("năm-tháng-ngày (2023-10-12) hoặc tháng-ngày (10-12)", "YYYY-MM-DD or MM-DD"),
        /// The form of a code.
        CodeForm = "code_form" ("chữ số, chữ thường không dấu, các phần nối bằng dấu chấm", "digits and lower-case letters, in parts joined by stops"),
        /// The form of a framework's id.
        IdForm = "id_form" ("chữ số, chữ thường không dấu và dấu gạch nối", "digits, lower-case letters and hyphens"),
        /// The form of the name of a source or role.
        NameForm = "name_form" ("chữ cái không dấu, chữ số và dấu gạch dưới", "letters without accents, digits and underscores"),
        /// The state of a case without events.
        NotBegun = "not_begun" ("chưa bắt đầu", "not begun"),
        /// A unit of size.
        Bytes = "bytes" ("byte", "bytes"),
        /// A unit of nesting.
        Depth = "depth" ("cấp lồng nhau", "levels of nesting"),
        /// The language.
        Vietnamese = "vi" ("tiếng Việt", "Vietnamese"),
        /// The language.
        English = "en" ("tiếng Anh", "English"),
        /// The kind of fact `points`.
        FactPoints = "fact_points" ("điểm (“points”)", "points (`points`)"),
        /// The kind of fact `met`.
        FactMet = "fact_met" ("đạt hay không (“met”)", "met or not (`met`)"),
        /// The kind of fact `part` of `whole`.
        FactShare = "fact_share" ("một phần trên tổng (“part”, “whole”)", "a part of a whole (`part`, `whole`)"),
        /// The kind of fact `count`.
        FactCount = "fact_count" ("một số lượng (“count”)", "a count (`count`)"),
        /// More than one kind of fact.
        FactSeveral = "fact_several" ("nhiều loại dữ kiện cùng lúc", "several kinds of fact at once"),
        /// One kind of fact.
        FactOne = "fact_one" ("đúng một loại dữ kiện", "exactly one kind of fact"),
        /// A field that no overlay may change.
        FixedBasis = "fixed_basis" ("nguồn xác nhận của con số", "what the figure rests on"),
        /// A field that no overlay may change.
        FixedCode = "fixed_code" ("mã", "the code"),
        /// A field that no overlay may change.
        FixedCriteria = "fixed_criteria" ("các tiêu chí", "the criteria"),
        /// A field that no overlay may change.
        FixedEvidence = "fixed_evidence" ("yêu cầu về minh chứng đã có (chỉ được yêu cầu chặt hơn)", "evidence that is required already (it may only require more)"),
        /// A field that no overlay may change.
        FixedFacts = "fixed_facts" ("số liệu đã quy định cho mục này", "the facts that the indicator asks for already"),
        /// A field that no overlay may change.
        FixedGroups = "fixed_groups" ("các nhóm tiêu chí", "the groups"),
        /// A field that no overlay may change.
        FixedIndicator = "fixed_indicator" ("việc mục này có trong bộ chỉ số (không được bỏ)", "an indicator that is there (it cannot be dropped)"),
        /// A field that no overlay may change.
        FixedLegal = "fixed_legal" ("văn bản ban hành bộ chỉ số", "the act of the framework"),
        /// A field that no overlay may change.
        FixedLevels = "fixed_levels" ("các mức độ", "the levels"),
        /// A field that no overlay may change.
        FixedMet = "fixed_met" ("việc điều kiện bắt buộc đạt hay không đạt", "whether a mandatory condition is met"),
        /// A field that no overlay may change.
        FixedProcedure = "fixed_procedure" ("quy trình và thời hạn", "the procedure and its dates"),
        /// A field that no overlay may change.
        FixedRule = "fixed_rule" ("cách tính điểm đã quy định cho mục này", "the rule that the indicator has already"),
        /// A field that no overlay may change.
        FixedTitle = "fixed_title" ("nội dung của điều kiện bắt buộc", "what a mandatory condition says"),
        /// A kind of figure.
        FigureAward = "figure_award" ("cách cho điểm", "how points are awarded"),
        /// A kind of figure.
        FigureBands = "figure_bands" ("khoảng điểm của các mức độ", "bands of the levels"),
        /// A kind of figure.
        FigureCondition = "figure_condition" ("điều kiện bắt buộc", "mandatory condition"),
        /// A kind of figure.
        FigureConditionsEffect = "figure_conditions_effect" ("hệ quả khi điều kiện chưa đạt", "effect of an unmet condition"),
        /// A kind of figure.
        FigureCriterionMax = "figure_criterion_max" ("điểm tối đa của tiêu chí", "maximum of the criterion"),
        /// A kind of figure.
        FigureGroupMax = "figure_group_max" ("điểm tối đa của nhóm", "maximum of the group"),
        /// A kind of figure.
        FigureIndicatorMax = "figure_indicator_max" ("điểm tối đa của mục", "maximum of the indicator"),
        /// A kind of figure.
        FigureOverlay = "figure_overlay" ("con số riêng của bản cụ thể hóa", "figures of the overlay itself"),
        /// A kind of figure.
        FigureNotApplicable = "figure_not_applicable" ("có cho phép “không áp dụng”", "whether \"not applicable\" is allowed"),
        /// A kind of figure.
        FigureOverall = "figure_overall" ("mức độ chung của cơ sở", "one level per institution"),
    }
}
