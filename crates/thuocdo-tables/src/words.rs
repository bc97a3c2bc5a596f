//! Sentences about tables: their cells, rows and columns, and files without tables.

#[cfg(feature = "csv")]
thuocdo::sentences! {
    /// A fault of a file, a table or a row.
    pub(crate) enum Say {
        RaggedRow: "dòng này có {found} ô, nhưng dòng tiêu đề có {expected} cột; nếu có số viết bằng dấu phẩy (5,5) thì đặt số trong dấu ngoặc kép, hoặc dùng dấu chấm phẩy giữa các ô",
            "this row has {found} cells, but the header has {expected} columns; a number with a decimal comma (5,5) needs quotes, or semicolons between the cells";
        RaggedLines: "dòng này có {found} ô, nhưng dòng tiêu đề có {expected} cột; dòng này kéo dài {lines} dòng của tệp, có thể vì thiếu dấu ngoặc kép đóng",
            "this row has {found} cells, but the header has {expected} columns; it takes {lines} lines of the file, perhaps because a closing quote is missing";
        BeyondHeader: "ô này có nội dung (“{found}”) nhưng cột không có tên ở dòng tiêu đề; hãy đặt tên cột, hoặc xóa nội dung (có thể cả dòng bị lệch sang một ô)",
            "the cell holds \"{found}\", but its column has no name in the header; name the column, or clear the cell (perhaps the whole row stands one cell off)";
        TotalRow: "dòng “{found}” là dòng tổng hợp, không phải một cơ sở giáo dục; hãy bỏ dòng này, còn nếu đó là tên trường thì ghi mã trường",
            "the row \"{found}\" sums others up and is no institution; take it out, or give the code if it is the name of one";
        OpenQuote: "dấu ngoặc kép mở ở dòng {line} không được đóng", "the quote that opens in line {line} is never closed";
        NotUtf8: "ô thứ {cell} chưa lưu bằng bảng mã UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258); trong Excel hãy lưu thành CSV UTF-8",
            "cell {cell} is not UTF-8 (perhaps TCVN3, VNI or Windows-1258); in Excel save the file as CSV UTF-8";
        NotUtf8Header: "dòng {line}, ô thứ {cell}: chưa lưu bằng bảng mã UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258); trong Excel hãy lưu thành CSV UTF-8, hoặc gửi thẳng tệp .xlsx",
            "line {line}, cell {cell}: not UTF-8 (perhaps TCVN3, VNI or Windows-1258); in Excel save the file as CSV UTF-8, or send the .xlsx itself";
        NoHeader: "không thấy dòng tiêu đề; dòng tiêu đề ghi mã của từng mục, ví dụ 1.3.1. Lấy mẫu: thuocdo form --format csv",
            "there is no header; a header names indicators by their codes, such as 1.3.1. For one: thuocdo form --format csv";
        NoRows: "chỉ có dòng tiêu đề, chưa có dòng nào của trường", "there is a header, but no row below it";
        EmptyList: "danh sách không có phiếu nào", "the list holds no assessment";
        EmptyFile: "tệp trống", "the file is empty";
        NoForm: "không có trang tính nào là phiếu hay bảng điểm: phiếu có cột “Mã” và cột “Kết quả” hoặc “Trả lời”, bảng điểm có dòng tiêu đề ghi mã (1.3.1); tạo phiếu bằng: thuocdo form -o phieu.xlsx",
            "no sheet is a form or a table: a form has the columns \"Code\" and \"Answer\", a table a header of codes (1.3.1); make a form by: thuocdo form -o form.xlsx";
        NoAnswers: "không thấy cột “Kết quả” (hay “Trả lời”); dòng tiêu đề có: {found}; hãy đặt lại tên cột ghi kết quả", "there is no column \"Answer\"; the header has: {found}; name the column of answers so";
        WhichSheet: "các trang tính {sheets} là phiếu của cùng một trường, cùng kỳ và cùng hình thức đánh giá; hãy chỉ giữ trang cần nộp",
            "the sheets {sheets} are forms of the same institution, period and stream; keep the one that counts";
        TwoLedgers: "các trang tính {sheets} cùng là danh sách; hãy chỉ giữ một trang", "the sheets {sheets} are such lists; keep one of them";
        NoLedger: "không thấy dòng tiêu đề; cần các cột {wanted}", "there is no header; it needs the columns {wanted}";
        TwoAnswers: "có hai cột “{name}” ({cells}); hãy chỉ giữ một cột", "there are two columns \"{name}\" ({cells}); keep one of them";
        DuplicateCode: "mã {code} đã có ở ô {first}; mỗi mã chỉ ghi một lần", "the code {code} stands in {first} already; give each code once";
        SaidAbove: "ô {first} ở phía trên đang ghi “{found}”, khác với ô này; hãy để hai ô giống nhau", "cell {first} above says \"{found}\", another thing than this cell; let both say the same";
        DuplicateName: "cột “{code}” có hai lần; chỉ giữ một cột", "the column \"{code}\" stands twice; keep one of them";
        UnknownName: "“{found}” không phải là mã nào của bộ chỉ số; có phải {near}?", "\"{found}\" is no code of the framework; perhaps {near}?";
        UnknownFar: "“{found}” không phải là mã nào của bộ chỉ số; xem các mã: thuocdo form --format csv", "\"{found}\" is no code of the framework; for the codes: thuocdo form --format csv";
        AddsUp: "{code} là tiêu chí hoặc nhóm, điểm tự cộng từ các mục; hãy để trống ô này", "{code} is a criterion or group whose points add up by themselves; leave the cell blank";
        AddsUpColumn: "{code} là tiêu chí hoặc nhóm, điểm tự cộng từ các mục; hãy bỏ cột này hoặc đổi tên", "{code} is a criterion or group whose points add up by themselves; leave the column out, or rename it";
        AnswerWithoutCode: "có kết quả “{found}” nhưng ô mã {code} để trống; hãy ghi lại mã, hoặc xóa kết quả này",
            "there is an answer \"{found}\", but the code in {code} is blank; put the code back, or clear the answer";
        AnswerWithoutSchool: "có kết quả “{found}” nhưng dòng này không ghi trường nào, kỳ nào", "there is an answer \"{found}\", but the row names no institution and no period";

        TooLarge: "tệp quá lớn so với một bảng điểm hay phiếu đã điền: {why}", "the file is too large for a table or a filled form: {why}";
        LargeFile: "tệp lớn hơn {most} MiB", "it is over {most} MiB";
        LargeParts: "bên trong có hơn {most} phần", "it has over {most} parts";
        LargeContent: "khi giải nén lớn hơn {most} MiB", "unpacked it is over {most} MiB";
        LargeReading: "nhiều trang tính dùng chung một phần của tệp", "many sheets name the same part of the file";
        LargeMemory: "để mở cần hơn {most} MiB bộ nhớ", "it takes over {most} MiB of memory to open";
        LargeCell: "có ô dài hơn {most} MiB", "a cell is over {most} MiB long";
        LargeSheets: "có hơn {most} trang tính", "it has over {most} sheets";
        LargeCells: "có hơn {most} ô có nội dung", "over {most} cells are filled in";
        LargeText: "các ô có hơn {most} MiB chữ", "the cells hold over {most} MiB of text";
        RowTooLong: "có một dòng dài hơn 1 MiB; có thể thiếu dấu ngoặc kép đóng", "a row is longer than 1 MiB; perhaps a closing quote is missing";
        Broken: "không đọc được như {kind}: tệp bị hỏng, tải chưa xong, hoặc không phải bảng tính", "it cannot be read as {kind}: it is broken, not whole, or no workbook";
        Locked: "bảng tính có mật khẩu; hãy bỏ mật khẩu rồi lưu lại", "the workbook has a password; take it off and save the file";
        NoWorkbooks: "bản phần mềm này không đọc bảng tính; hãy lưu thành CSV UTF-8", "this build reads no workbooks; save it as CSV UTF-8";
        ReadFailed: "không đọc được tệp (mã lỗi của hệ thống: {why})", "the file cannot be read (error of the system: {why})";
        BadGzip: "tệp nén .gz bị hỏng hoặc tải chưa xong", "the gzipped file is broken or not whole";
        IsOther: "đây là {found}, không phải {wanted}; hãy đặt đuôi tệp là {ending}", "this is {found}, not {wanted}; give the file the ending {ending}";
        IsUnreadable: "đây là {found}; hãy nộp phiếu .xlsx, .ods, .xls, .csv hoặc .json", "this is {found}; a form is .xlsx, .ods, .xls, .csv or .json";

        KindJson: "tệp JSON", "JSON";
        KindNdjson: "tệp NDJSON", "NDJSON";
        KindTable: "bảng CSV", "a CSV table";
        KindXlsx: "bảng tính Excel (.xlsx)", "an Excel workbook (.xlsx)";
        KindXls: "bảng tính Excel kiểu cũ (.xls)", "an old Excel workbook (.xls)";
        KindOds: "bảng tính OpenDocument (.ods)", "an OpenDocument spreadsheet (.ods)";
        KindPdf: "tệp PDF", "a PDF";
        KindHtml: "trang web (HTML)", "a web page (HTML)";
        KindFods: "bảng tính OpenDocument dạng XML (.fods); trong LibreOffice hãy lưu thành .ods hoặc .xlsx", "an OpenDocument spreadsheet in XML (.fods); in LibreOffice save it as .ods or .xlsx";
        KindXml: "tệp XML", "XML";
        KindDocument: "văn bản Word", "a Word document";
        KindPicture: "tệp ảnh", "a picture";
        KindUtf16: "tệp chữ mã UTF-16 (trong Excel hãy lưu thành CSV UTF-8)", "text in UTF-16 (in Excel save it as CSV UTF-8)";
        KindBinary: "tệp không phải chữ, cũng không phải bảng tính", "neither text nor a workbook";
    }
}

thuocdo::sentences! {
    /// About a cell: its content, what it accepts, and what the author probably meant.
    pub(crate) enum SayCell {
        InTable: "ô {cell} (cột {name}): đang ghi “{found}”; {accepts}", "cell {cell} (column {name}) says \"{found}\"; {accepts}";
        InForm: "ô {cell} ({name}): đang ghi “{found}”; {accepts}", "cell {cell} ({name}) says \"{found}\"; {accepts}";
        At: "ô {cell} ({name}): {message}", "cell {cell} ({name}): {message}";
        NeedsOverlay: "ô {cell} ({name}): phiếu điền theo “{found}”, còn lệnh tính theo “{framework}”; nếu “{found}” là bản cụ thể hóa của địa phương thì thêm --overlay và tệp của bản đó",
            "cell {cell} ({name}): the form was filled in by \"{found}\", but this command goes by \"{framework}\"; if \"{found}\" is an overlay, add --overlay with its file";
        NeedsNoOverlay: "ô {cell} ({name}): phiếu điền theo “{found}”, không theo bản cụ thể hóa “{framework}”; hãy bỏ --overlay, hoặc điền phiếu của bản đó",
            "cell {cell} ({name}): the form was filled in by \"{found}\", without the overlay \"{framework}\"; leave --overlay out, or fill in the form of the overlay";
        InRow: "“{found}”: {accepts}", "\"{found}\": {accepts}";
        BlankInRow: "còn trống: {accepts}", "blank: {accepts}";
        Blank: "ô {cell} ({name}): còn trống; {accepts}", "cell {cell} ({name}) is blank; {accepts}";
        Indicator: "mục {code} {title}", "{code} {title}";
        Condition: "điều kiện {code} {title}", "condition {code} {title}";

        TakesMet: "chỉ ghi một trong hai: “đạt” hoặc “không đạt”", "type \"met\" or \"unmet\"";
        TakesPoints: "chỉ ghi số, từ 0 đến {max}, tối đa hai chữ số thập phân, ví dụ {example}", "type a number from 0 to {max}, with two decimals at most, such as {example}";
        TakesShare: "ghi số đạt trên tổng số, ví dụ 24/32", "type a part of a whole, such as 24/32";
        TakesCount: "ghi số nguyên, ví dụ 12", "type a whole number, such as 12";
        TakesText: "ghi chữ", "type text";
        TakesCode: "ghi mã bằng chữ (định dạng ô là Văn bản)", "type the code as text (format the cell as Text)";
        TakesCodes: "ghi mã, nhiều mã thì cách nhau bằng dấu chấm phẩy", "type codes, with semicolons between them";
        TakesPeriod: "ghi năm học dạng 2023-2024", "type the school year as 2023-2024";
        TakesDay: "ghi ngày/tháng/năm, ví dụ 12/10/2023", "type day/month/year, such as 12/10/2023";
        TakesDays: "ghi các ngày, ví dụ 14/6/2027; 16/6/2027, hoặc 14/6/2027 đến 18/6/2027", "type days, such as 14/6/2027; 16/6/2027, or 14/6/2027 to 18/6/2027";
        TakesFramework: "ghi mã của bộ chỉ số: {id}", "type the id of the framework: {id}";
        TakesWords: "chỉ ghi: {words}", "type one of: {words}";

        NoLevel: "tên này chưa nói trường có cấp học nào", "this name does not say which levels the school has";
        Perhaps: "có phải {value}?", "is {value} meant?";
        PerhapsPart: "{shown} của {max} là {value}", "{shown} of {max} is {value}";
        TwoWays: "không rõ là {thousands} hay {decimal}: nếu là {thousands} thì ghi {thousands}, nếu là {decimal} thì ghi {short}",
            "it can be read as {thousands} or as {decimal}: type {thousands} for the first, {short} for the second";
        Percent: "ô đang định dạng phần trăm; đổi định dạng ô thành Số", "the cell is formatted as a percentage; format it as Number";
        Time: "ô đang định dạng giờ; đổi định dạng ô thành Số rồi gõ lại", "the cell is formatted as a time; format it as Number and type it again";
        Day: "Excel đã đổi thành ngày; đổi định dạng ô thành {format} rồi gõ lại", "the spreadsheet made a day of it; format the cell as {format} and type it again";
        Format: "định dạng của ô làm số hiện ra khác số đã gõ; đổi định dạng ô thành Số", "its format shows another number than was typed; format the cell as Number";
        Error: "công thức trong ô bị lỗi; gõ thẳng giá trị", "the formula in the cell fails; type the value";
        Unvalued: "công thức chưa có giá trị được lưu; mở tệp bằng Excel rồi lưu lại, hoặc gõ thẳng giá trị", "no value is stored for the formula; open the file in a spreadsheet and save it, or type the value";
        Rounded: "bảng tính chỉ giữ 15 chữ số, các chữ số sau đã mất; đổi định dạng ô thành Văn bản rồi gõ lại", "a spreadsheet keeps 15 digits only, the others are lost; format the cell as Text and type it again";
        Merged: "ô bị gộp, không rõ kết quả là của dòng nào; hãy bỏ gộp ô rồi ghi từng dòng", "the cell is merged, so nobody can tell whose answer it is; unmerge it and fill in each row";
        OddLetter: "có ký tự lạ {letters}", "it holds odd characters: {letters}";
        NoExemption: "bộ chỉ số không có quy định “không áp dụng”; chưa có số liệu thì để trống", "the framework knows no exemptions; leave the cell blank where there is no answer";
        PartAboveWhole: "số đạt {part} lớn hơn tổng số {whole}", "the part {part} is larger than the whole {whole}";
        Remark: "mã bắt đầu bằng dấu #; nếu là ghi chú thì xóa dòng, nếu là trường thì bỏ dấu #", "the code begins with #; delete the row if it is a remark, take the # off if it is a school";
        FormatText: "Văn bản", "Text";
        FormatNumber: "Số", "Number";
    }
}

#[cfg(feature = "csv")]
thuocdo::sentences! {
    /// The words on a form.
    pub(crate) enum Word {
        Code: "Mã", "Code";
        Content: "Nội dung", "Content";
        Max: "Điểm tối đa", "Max";
        Answer: "Kết quả", "Answer";
        Note: "Ghi chú", "Note";
        Evidence: "Minh chứng", "Evidence";
        Counted: "Tạm tính", "So far";
        Part: "Số đạt", "Part";
        Whole: "Tổng số", "Whole";
        ByShare: "Điểm theo tỉ lệ", "Points by share";
        Conditions: "Điều kiện bắt buộc", "Mandatory conditions";
        OfGroup: "Nhóm {code}", "Group {code}";
        EvidenceOfCriterion: "Minh chứng: {text}", "Evidence: {text}";
        HowPoints: "Cách tính điểm: {rule}", "Points: {rule}";
        Sheet: "Phiếu đánh giá", "Assessment";
        HowTo: "Điền các ô màu vàng: mục có điểm thì ghi số (ví dụ 5,25), điều kiện thì chọn “đạt” hoặc “không đạt”; chưa có số liệu thì để trống, không ghi 0. Các ô khác đã khóa. Nộp tệp này về cơ quan quản lý trực tiếp",
            "Fill in the yellow cells: points as a number (such as 5.25), conditions from the list; leave blank what is not known, and do not write 0 for it. The other cells are locked. Send this file to your authority";
        SeeResult: "Xem kết quả: {command}", "For the result: {command}";
        AboutTheInstitution: "Thông tin chung", "About the institution";
        FrameworkName: "Bộ chỉ số", "Framework";
        InstitutionCode: "Mã cơ sở giáo dục", "Code of the institution";
        InstitutionName: "Tên cơ sở giáo dục", "Name of the institution";
        InstitutionType: "Cấp học", "Type of institution";
        PeriodName: "Năm học", "Period";
        StreamName: "Hình thức đánh giá", "Who assesses";
        AssessedOn: "Ngày đánh giá", "Day of the assessment";
        HelpCode: "mã trên cơ sở dữ liệu ngành, ghi đúng từng chữ số", "its code in the sector database, digit by digit";
        HelpName: "tên đầy đủ", "its full name";
        Met: "đạt", "met";
        NotMet: "không đạt", "unmet";
        TypePoints: "Ghi số từ 0 đến {max}, tối đa hai chữ số thập phân", "A number from 0 to {max}, with two decimals at most";
        PointsWrong: "Ô này nhận số từ 0 đến {max}, tối đa hai chữ số thập phân. Không ghi phần trăm (75%), tỉ lệ (24/32), ngày hay chữ (6 điểm); muốn đổi tỉ lệ ra điểm thì xem ba cột bên phải phiếu",
            "This cell takes a number from 0 to {max}, with two decimals at most: no percentage (75%), share (24/32), day or words (6 points). For points of a share see the three columns on the right";
        TypeCount: "Ghi số nguyên, ví dụ 12", "A whole number, such as 12";
        TypeShare: "Ghi số đạt trên tổng số, ví dụ 24/32; số đạt không lớn hơn tổng số", "A part of a whole, such as 24/32; the part is not above the whole";
        TryShare: "Tính thử nếu muốn: điểm tối đa × số đạt / tổng số. Bộ chỉ số không quy định cách tính này; nếu theo thì tự ghi số điểm vào cột “Kết quả”",
            "A trial, if you like: the maximum × part / whole. The framework has no such rule; if you go by it, write the points into the column \"Answer\" yourself";
        ChooseFromList: "Chọn trong danh sách", "Choose from the list";
        NotAccepted: "Không nhận giá trị này", "This value is not accepted";
        SoFar: "Tạm tính (chỉ để tham khảo; kết quả chính thức là kết quả thuocdo tính từ tệp này)", "So far (help only; the result is what thuocdo computes from this file)";
        Points: "Điểm", "Points";
        Level: "Mức độ", "Level";
        Open: "Còn thiếu", "Missing";
        Overall: "Mức độ chung (theo nhóm thấp nhất)", "Overall level (lowest group)";
        LevelIs: "mức độ {level} ({name})", "level {level} ({name})";
        LevelBetween: "từ mức độ {low} đến mức độ {high}", "from level {low} to level {high}";
        Full: "đã điền đủ", "all filled in";
        Blanks: "còn {count} ô trống", "{count} blank";
        BlankUnlocated: " (kể cả {code}, được để trống)", " (with {code}, which may stay blank)";
        ToMend: "{count} ô cần sửa", "{count} to mend";
        Unmet: "{count} điều kiện không đạt", "{count} conditions unmet";
        Unproved: "{count} mục thiếu minh chứng bắt buộc", "{count} without required evidence";
        TitleSelf: "PHIẾU TỰ ĐÁNH GIÁ", "SELF-ASSESSMENT";
        TitleExternal: "PHIẾU ĐÁNH GIÁ NGOÀI", "EXTERNAL ASSESSMENT";
        TitleAny: "PHIẾU ĐÁNH GIÁ", "ASSESSMENT";
        AnAuthority: "Cơ quan quản lý: …………………………", "Authority: …………………………";
        AnInstitution: "TÊN CƠ SỞ GIÁO DỤC", "NAME OF THE INSTITUTION";
        Answerable: "Cơ sở giáo dục chịu trách nhiệm về tính chính xác của số liệu và minh chứng nêu trên", "The institution answers for the figures and the evidence above";
        PlaceAndDay: "……………, ngày …… tháng …… năm 20……", "……………, day …… month …… 20……";
        MadeBy: "NGƯỜI LẬP PHIẾU", "FILLED IN BY";
        Secretary: "THƯ KÝ", "SECRETARY";
        Head: "HIỆU TRƯỞNG", "HEAD";
        Director: "GIÁM ĐỐC", "DIRECTOR";
        Leader: "TRƯỞNG ĐOÀN", "HEAD OF THE PANEL";
        SignedName: "(Ký, ghi rõ họ tên)", "(Signature and name)";
        SignedSeal: "(Chữ ký, dấu hoặc chữ ký số của đơn vị)", "(Signature and seal)";
    }
}
