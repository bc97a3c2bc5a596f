//! Help and usage errors in Vietnamese. The English of each text is beside its argument; this file finds its Vietnamese by the English.

use std::fmt::Write as _;

use clap::builder::{PossibleValue, Resettable, StyledStr, ValueRange};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory};
use thuocdo::Lang;

use crate::args::input_help;
use crate::commands::Cli;
use crate::words::Word;

/// The command line in a language, with defaults that `settings` puts into it.
pub(crate) fn command(lang: Lang, settings: &dyn Fn(Command) -> Command) -> Command {
    let mut command = settings(Cli::command());
    if lang == Lang::Vi {
        // Adds clap's own arguments and commands, so that they are translated too.
        command.build();
        command = vietnamese(command);
    }
    command
}

const TEMPLATE: &str = "{before-help}{about-with-newline}
Cách dùng: {usage}

{all-args}{after-help}";

fn vietnamese(command: Command) -> Command {
    let texts = [command.get_about(), command.get_long_about(), command.get_after_help(), command.get_after_long_help()];
    let [about, long_about, after, long_after] = texts.map(|text| Resettable::from(text.map(in_vietnamese).map(StyledStr::from)));
    let command = command.mut_args(argument).mut_subcommands(vietnamese).help_template(TEMPLATE);
    let command = command.about(about).long_about(long_about).after_help(after).after_long_help(long_after);
    let mut command = command.subcommand_help_heading("Lệnh").subcommand_value_name("LỆNH");
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim().replace("[OPTIONS]", "[TÙY CHỌN]").replace("[COMMAND]", "[LỆNH]");
    let usage = usage.replace("SELF EXTERNAL", "TỰ-ĐÁNH-GIÁ ĐÁNH-GIÁ-NGOÀI").replace("FILE...", "TỆP...");
    command.override_usage(usage.replace("<COMMAND>", "<LỆNH>"))
}

fn argument(arg: Arg) -> Arg {
    let help = arg.get_help().map(in_vietnamese).unwrap_or_default();
    let values: Vec<_> = if takes_value(&arg) { arg.get_possible_values() } else { Vec::new() };
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let mut notes = Vec::new();
    if !names.is_empty() {
        notes.push(format!("chọn: {}", names.join(", ")));
    }
    if takes_value(&arg) && !default.is_empty() {
        notes.push(format!("mặc định: {}", default.join(" ")));
    }
    let note = if notes.is_empty() { String::new() } else { format!(" [{}]", notes.join("; ")) };
    let mut long = format!("{help}{note}");
    let told = values.iter().filter_map(|value| Some((value.get_name(), value.get_help()?)));
    for (n, (name, meaning)) in told.enumerate() {
        long.push_str(if n == 0 { "\n\nTrong đó:\n" } else { "\n" });
        let _ = write!(long, "- {name}: {}", in_vietnamese(meaning));
    }
    let value_names = arg.get_value_names().map(|names| names.iter().map(|name| value_name(name)).collect::<Vec<_>>());
    let heading = if arg.is_positional() { "Tham số" } else { "Tùy chọn" };
    let arg = arg.help(help + &note).long_help(long).help_heading(heading).hide_possible_values(true).hide_default_value(true);
    match value_names {
        Some(names) => arg.value_names(names),
        None => arg,
    }
}

fn takes_value(arg: &Arg) -> bool {
    arg.get_num_args().is_some_and(|range: ValueRange| range.takes_values())
}

/// Translates a text paragraph by paragraph. A paragraph without a translation stays English, and a test fails.
fn in_vietnamese(text: &StyledStr) -> String {
    let text = text.to_string();
    let paragraphs: Vec<&str> = text.split("\n\n").map(|paragraph| found(paragraph).unwrap_or(paragraph)).collect();
    let text = paragraphs.join("\n\n");
    if let Some(rest) = text.strip_prefix("Examples:\n").or_else(|| text.strip_prefix("Example:\n")) {
        return format!("Ví dụ:\n{rest}");
    }
    text.replace("\n\nExamples:\n", "\n\nVí dụ:\n").replace("\n\nExample:\n", "\n\nVí dụ:\n")
}

fn found(english: &str) -> Option<&'static str> {
    TEXTS.iter().find(|(en, _)| *en == english.trim_end()).map(|(_, vi)| *vi)
}

fn value_name(english: &str) -> &'static str {
    VALUE_NAMES.iter().find(|(en, _)| *en == english).map_or("GIÁ-TRỊ", |(_, vi)| *vi)
}

/// A usage error in Vietnamese: what the user typed, and what to type instead.
pub(crate) fn wrong_usage(error: &clap::Error, arguments: &[String]) -> String {
    let lang = Lang::Vi;
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let (arg, value) = (text(ContextKind::InvalidArg), text(ContextKind::InvalidValue));
    let told = match error.kind() {
        ErrorKind::UnknownArgument => Word::UsageUnknown.say(lang, &[("argument", &arg)]),
        ErrorKind::InvalidSubcommand => Word::UsageUnknownCommand.say(lang, &[("command", &text(ContextKind::InvalidSubcommand))]),
        ErrorKind::InvalidValue if value.is_empty() => Word::UsageNoValue.say(lang, &[("argument", &arg)]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Word::UsageInvalid.say(lang, &[("value", &value), ("argument", &arg)]),
        ErrorKind::MissingRequiredArgument => Word::UsageMissing.say(lang, &[("argument", &arg)]),
        ErrorKind::MissingSubcommand => Word::UsageMissingCommand.template(lang).to_owned(),
        ErrorKind::ArgumentConflict if text(ContextKind::PriorArg) == arg => Word::UsageTwice.say(lang, &[("argument", &arg)]),
        ErrorKind::ArgumentConflict => Word::UsageConflict.say(lang, &[("argument", &arg), ("other", &text(ContextKind::PriorArg))]),
        ErrorKind::TooManyValues => Word::UsageTooMany.say(lang, &[("value", &value), ("argument", &arg)]),
        ErrorKind::InvalidUtf8 => Word::UsageNotUtf8.template(lang).to_owned(),
        _ => Word::UsageWrong.say(lang, &[("argument", &arg)]),
    };
    let mut parts = vec![told];
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue].map(text);
    let near: Vec<&str> = near.iter().map(String::as_str).filter(|near| !near.is_empty()).collect();
    if !near.is_empty() {
        parts.push(Word::UsageNear.say(lang, &[("near", &near.join(", "))]));
    }
    let accepted = [ContextKind::ValidValue, ContextKind::ValidSubcommand].map(text);
    let accepted: Vec<&str> = accepted.iter().map(String::as_str).filter(|accepted| !accepted.is_empty()).collect();
    let used = used(arguments);
    if !accepted.is_empty() {
        parts.push(Word::UsageAccepted.say(lang, &[("accepted", &accepted.join(", "))]));
    } else if error.kind() == ErrorKind::ValueValidation
        && let Some(help) = used.get_arguments().find(|known| known.to_string() == arg).and_then(Arg::get_help)
    {
        parts.push(help.to_string());
    }
    let name = used.get_bin_name().unwrap_or("thuocdo").to_owned();
    format!("{}\n{}", parts.join("; "), Word::UsageSee.say(lang, &[("command", &name)]))
}

/// The innermost command that the arguments name.
fn used(arguments: &[String]) -> Command {
    let mut command = command(Lang::Vi, &|line| line);
    for argument in arguments.iter().skip(1) {
        if let Some(inner) = command.find_subcommand(argument) {
            command = inner.clone();
        }
    }
    command
}

/// The names of values in usage lines.
const VALUE_NAMES: &[(&str, &str)] = &[
    ("ACT", "VIỆC"),
    ("ADDRESS", "ĐỊA-CHỈ"),
    ("AFTER", "BẢN-SAU"),
    ("AUTHORITY", "CƠ-QUAN"),
    ("BEFORE", "BẢN-TRƯỚC"),
    ("CASE", "HỒ-SƠ"),
    ("CERTIFICATE", "BẢN-XÁC-NHẬN"),
    ("CODE", "MÃ"),
    ("CODE=ANSWER", "MÃ=GIÁ-TRỊ"),
    ("CODE=COUNT", "MÃ=SỐ"),
    ("CODE=ROWS", "MÃ=CÁC-BẬC"),
    ("CODE=TEXT", "MÃ=NỘI-DUNG"),
    ("COMBINE", "CÁCH"),
    ("COMMAND", "LỆNH"),
    ("DATE", "NGÀY"),
    ("DAYS", "SỐ-NGÀY"),
    ("FILE", "TỆP"),
    ("FILE|FOLDER", "TỆP|THƯ-MỤC"),
    ("FOLDER", "THƯ-MỤC"),
    ("FOLDER|FILE", "THƯ-MỤC|TỆP"),
    ("FORMAT", "DẠNG"),
    ("ID", "TÊN"),
    ("ID|FILE", "TÊN|TỆP"),
    ("INPUT_FORMAT", "DẠNG"),
    ("KEY", "KHÓA"),
    ("LANG", "NGÔN-NGỮ"),
    ("LAYOUT", "KIỂU"),
    ("LEVEL|GROUP=LEVEL", "MỨC|NHÓM=MỨC"),
    ("N", "N"),
    ("NAME", "TÊN"),
    ("OF", "KẾT-QUẢ"),
    ("PAPER", "LOẠI"),
    ("PERIOD", "KỲ"),
    ("POINTS", "ĐIỂM"),
    ("PROGRAM", "CHƯƠNG-TRÌNH"),
    ("ROLE", "VAI-TRÒ"),
    ("S", "S"),
    ("SHELL", "CỬA-SỔ-LỆNH"),
    ("SCOPE", "PHẠM-VI"),
    ("SECONDS", "SỐ-GIÂY"),
    ("STREAM", "HÌNH-THỨC"),
    ("TEXT", "NỘI-DUNG"),
    ("TITLE", "TÊN"),
    ("TYPE", "CẤP-HỌC"),
    ("WHICH", "PHIẾU-NÀO"),
    ("WHOM", "NƠI-NHẬN"),
];

/// Every paragraph of help, English and Vietnamese. Lines of commands are the same in both.
const TEXTS: &[(&str, &str)] = &[
    // The command as a whole.
    (
        "Measures how far a school has come in digital transformation, by an official set of indicators",
        "Tính mức độ chuyển đổi số của cơ sở giáo dục theo bộ chỉ số đã ban hành",
    ),
    (
        "Examples:
  thuocdo score examples/complete-primary-school.json
  thuocdo score examples/twelve-schools.csv
  thuocdo review self.xlsx external.xlsx
  thuocdo form -o form.xlsx      (fill it in, then: thuocdo score form.xlsx)
  thuocdo sample --schools 1000 --seed 7 | thuocdo score --format ndjson",
        "Ví dụ:
  thuocdo score examples/complete-primary-school.json
  thuocdo score examples/twelve-schools.csv
  thuocdo review self.xlsx external.xlsx
  thuocdo form -o phieu.xlsx     (điền phiếu, rồi: thuocdo score phieu.xlsx)
  thuocdo sample --schools 1000 --seed 7 | thuocdo score --format ndjson",
    ),
    (
        "Language of results and errors; else `THUOCDO_LANG`, then the locale",
        "Ngôn ngữ của kết quả và thông báo; nếu không ghi: theo THUOCDO_LANG, rồi theo hệ thống",
    ),
    (
        "Exit status: 0 all scored; 1 some input refused; 2 wrong usage, or a file that cannot be read or written.
A file that is written is whole, or as it was. docs/COMMAND.md has every command's formats and statuses.",
        "Mã thoát: 0 không có lỗi; 1 có phiếu cần sửa; 2 sai cách dùng, hoặc không đọc, không ghi được tệp.
Tệp ghi ra luôn trọn vẹn, hoặc giữ nguyên như cũ. Dạng kết quả và mã thoát của từng lệnh: docs/COMMAND.md.",
    ),
    (
        "Settings: the nearest thuocdo.toml of the folder that is read, or of the working folder, upwards, may say
  framework, overlays, language, register, authority, deadlines",
        "Thiết lập: tệp thuocdo.toml gần nhất, tính từ thư mục được đọc hoặc thư mục đang làm việc trở lên, có thể ghi
  framework (bộ chỉ số), overlays (bản cụ thể hóa), language (ngôn ngữ), register (danh mục cơ sở),
  authority (cơ quan), deadlines (thời hạn)",
    ),
    ("Print help", "In trợ giúp"),
    ("Print help (see more with '--help')", "In trợ giúp (đầy đủ hơn: --help)"),
    ("Print help (see a summary with '-h')", "In trợ giúp (tóm tắt: -h)"),
    ("Print version", "In phiên bản"),
    ("Print this message or the help of the given subcommand(s)", "In trợ giúp của một lệnh"),
    // The commands.
    ("Points, levels and recognition of schools", "Chấm điểm, xếp mức độ và xét điều kiện công nhận"),
    ("Only what is wrong with the input, all at once", "Chỉ nêu các lỗi của phiếu"),
    ("Why a school has its points and levels, in words", "Giải thích vì sao có điểm và mức độ này"),
    ("What a code at the end of a message means, and what to do", "Giải thích mã ở cuối thông báo và cách sửa"),
    ("What to do to reach a level, and what would follow from other answers", "Cần nâng mục nào để đạt mức độ mong muốn; nếu điền khác thì sao"),
    ("A blank form to fill in", "Tạo phiếu trống để điền"),
    ("The sets of indicators, and what each figure in them rests on", "Xem bộ chỉ số và nguồn của từng con số"),
    ("What a province or commune adds to a set of indicators without changing it", "Tạo, kiểm tra, so sánh bản cụ thể hóa của địa phương"),
    ("Self-assessment beside external assessment, and what stays disputed", "Đối chiếu tự đánh giá với đánh giá ngoài"),
    ("Where a case stands, from plan to publication; or a case with one event more", "Hồ sơ đang ở bước nào; ghi thêm một bước"),
    ("The certificate of a recognised level", "Lập bản xác nhận mức độ đã công nhận"),
    ("Whether a certificate is what its case gives", "Đối chiếu bản xác nhận với hồ sơ"),
    ("How far data is correct, complete, clean and live (đúng, đủ, sạch, sống)", "Kiểm tra số liệu đúng, đủ, sạch, sống"),
    ("One institution over years: what rose and fell, and what was kept", "Một cơ sở giáo dục qua các kỳ đánh giá"),
    ("Many schools counted by level, type and authority, and the list to be published", "Tổng hợp nhiều cơ sở, lập danh sách công bố"),
    (
        "Papers to print and sign: a school's phiếu, its page, a record, a draft decision, a department's report",
        "Lập văn bản để in, ký: phiếu của trường, trang công khai, biên bản, dự thảo quyết định, báo cáo tổng hợp",
    ),
    ("The JSON Schema of an input or output", "Lược đồ JSON của dữ liệu vào, ra"),
    ("Invented assessments, to try things with", "Tạo phiếu giả định để dùng thử"),
    ("What a shell needs to complete commands and options", "Tệp gợi ý lệnh và tùy chọn cho cửa sổ lệnh"),
    ("The manual pages", "Trang hướng dẫn (man)"),
    // Serve.
    ("The questions over HTTP, or as lines of JSON, for programs", "Máy chủ trả lời phần mềm khác qua HTTP, hoặc từng dòng JSON"),
    ("The address and port to listen on; port 0 takes a free one", "Địa chỉ và cổng để nghe; cổng 0: lấy một cổng còn trống"),
    ("Listen also where other machines can ask", "Nghe cả ở địa chỉ mà máy khác truy cập được"),
    (
        "How many requests are answered at one time; one more is told to come back (429)",
        "Số yêu cầu được trả lời cùng lúc; yêu cầu vượt quá được báo thử lại sau (429)",
    ),
    (
        "Answer lines of JSON on standard input by lines on standard output, without HTTP",
        "Đọc từng dòng JSON từ stdin, trả lời từng dòng ra stdout, không qua HTTP",
    ),
    ("Print what `GET /openapi.json` answers, and end", "In bản mô tả mà GET /openapi.json trả lời, rồi kết thúc"),
    (
        "Answers over HTTP until it is stopped (Ctrl-C, SIGTERM), and then finishes what is under way. It keeps nothing, knows no \
passwords and no TLS: a proxy before it has them. What can be asked, with limits and statuses, is in crates/thuocdo-serve/README.md; \
GET /openapi.json says it to programs, GET /metrics counts for Prometheus.",
        "Trả lời qua HTTP cho đến khi được dừng (Ctrl-C, SIGTERM), rồi trả lời nốt các yêu cầu đang làm. Không lưu gì, \
không có mật khẩu và TLS: proxy phía trước lo việc đó. Hỏi được gì, giới hạn và mã trạng thái: crates/thuocdo-serve/README.md; \
GET /openapi.json mô tả cho phần mềm, GET /metrics là số liệu cho Prometheus.",
    ),
    (
        "Exit status: 0 stopped, or the lines have ended; 2 wrong usage, or an address that cannot be had.",
        "Mã thoát: 0 đã dừng, hoặc đã hết dòng; 2 sai cách dùng, hoặc không nghe được tại địa chỉ đó.",
    ),
    // Input.
    (
        "Files, folders or patterns (`forms/*.xlsx`) to read; `-`, or none at all, is standard input",
        "Tệp, thư mục hoặc mẫu tên tệp (phieu/*.xlsx) cần đọc; “-” hoặc không ghi gì: đọc dữ liệu truyền vào (stdin)",
    ),
    ("What the files are; else told by their ending, or by their first line", "Dạng của tệp; nếu không ghi: theo đuôi tệp hoặc dòng đầu"),
    ("One assessment, or a list of them", "một phiếu, hoặc một danh sách phiếu"),
    ("One assessment a line", "mỗi dòng một phiếu"),
    ("A table or a form as text", "bảng điểm hoặc phiếu lưu thành CSV"),
    ("A workbook: .xlsx, .xls or .ods", "bảng tính: .xlsx, .xls hoặc .ods"),
    (
        "The id of the set of indicators that tables were filled in by, where they have no column `framework`",
        "Bảng điểm ghi theo bộ chỉ số nào (tên bộ chỉ số), khi bảng không có cột framework",
    ),
    ("The set of indicators: the id of one that ships, or a file", "Bộ chỉ số: tên một bộ có sẵn, hoặc một tệp"),
    (
        "A file that refines the set of indicators locally; given several times, each is laid on what those before it made",
        "Tệp cụ thể hóa bộ chỉ số của địa phương; ghi nhiều lần thì tệp sau đặt lên trên tệp trước",
    ),
    (
        input_help!(),
        "Tệp đọc được:
  .json    một phiếu, hoặc một danh sách phiếu
  .ndjson  mỗi dòng một phiếu (cả .jsonl); dòng trống được bỏ qua nhưng vẫn tính số dòng
  .csv     một bảng (cả .tsv); các ô cách nhau bằng dấu phẩy, chấm phẩy hoặc tab:
           bảng ngang, mỗi dòng một phiếu: các cột của ai, kỳ nào (institution.code,
             institution.name, institution.type, period, stream, assessed_on, hoặc Mã trường,
             Tên trường, Cấp học, Năm học, Hình thức, Ngày đánh giá), rồi mỗi điều kiện, mỗi mục
             một cột; tên cột là mã, có thể kèm nội dung của mục;
           bảng dọc, mỗi dòng một kết quả: của ai, kỳ nào, một cột mã, một cột kết quả;
           hoặc phiếu lưu thành CSV.
  .xlsx    phiếu tạo bằng thuocdo form, hoặc bảng như trên (cả .xls, .ods)
Các tệp này có thể nén gzip (.gz). Với thư mục: đọc mọi tệp như trên, cả trong thư mục con, trừ tệp
ẩn và tệp đánh dấu bảng tính đang mở (~$phieu.xlsx). Điểm có thể ghi 7,5. Điều kiện ghi đạt / không đạt,
có / không, x, 1 / 0, true / false, met / unmet. Ô trống là chưa điền. Ngày ghi 2023-10-12
hoặc 12/10/2023 (ngày trước tháng). Phía trên dòng tiêu đề có thể có tên bảng, hoặc các dòng
bắt đầu bằng #. Ô nào ghi chưa rõ thì phải sửa: thông báo nêu ô đó và giá trị có lẽ muốn ghi.
Quy định đầy đủ ở chương Tables của docs/DESIGN.md.
Dữ liệu truyền vào (stdin) và tệp có đuôi khác được nhận biết theo các dòng đầu. Với
--format ndjson, chỉ dấu { đứng riêng một dòng hoặc dấu [ mới là JSON, phần đầu khác của
JSON là NDJSON. Muốn chắc chắn: --input-format.",
    ),
    // How to answer.
    ("For people", "cho người đọc"),
    (
        "One answer on one line of canonical JSON; of a refused input what is wrong with it",
        "một kết quả, JSON chuẩn tắc trên một dòng; với phiếu có lỗi: các lỗi",
    ),
    ("A line of JSON for each assessment", "mỗi phiếu một dòng JSON"),
    ("A header and rows, for programs", "dòng tiêu đề và các dòng, cho phần mềm"),
    ("A workbook to open in Excel", "bảng tính, mở bằng Excel hoặc LibreOffice"),
    ("How to answer; else by the ending of the file to write, else `table`", "Dạng kết quả; nếu không ghi: theo đuôi tệp ghi ra, hoặc table"),
    (
        "File to write the answer to, in the format of its ending; `-`, or none, is standard output",
        "Tệp ghi kết quả, dạng theo đuôi tệp; “-” hoặc không ghi: in ra màn hình (stdout)",
    ),
    (
        "With overlays: whether to print the local result, or the national one",
        "Khi có bản cụ thể hóa: in kết quả của địa phương hay theo Bộ chỉ số của Bộ GDĐT",
    ),
    (
        "With overlays: whether to count the local results, or the national ones",
        "Khi có bản cụ thể hóa: tính kết quả của địa phương hay theo Bộ chỉ số của Bộ GDĐT",
    ),
    (
        "With overlays: whether to follow the local results, or the national ones",
        "Khi có bản cụ thể hóa: xem kết quả của địa phương hay theo Bộ chỉ số của Bộ GDĐT",
    ),
    ("By the set of indicators with its overlays", "theo bộ chỉ số đã cụ thể hóa"),
    ("By the set of indicators alone", "chỉ theo bộ chỉ số"),
    ("How to print", "Cách in"),
    // score, check, explain, explain-code.
    ("Show every point of one school, and what each figure rests on", "In điểm từng mục của một cơ sở"),
    (
        "How to answer; else by the ending of the file to write, else `table`. In `json` each violation names its file",
        "Dạng kết quả; nếu không ghi: theo đuôi tệp ghi ra, hoặc table. Trong json, mỗi lỗi nêu tên tệp",
    ),
    ("What each input format looks like: thuocdo score --help", "Các dạng tệp đọc được: thuocdo score --help"),
    ("What each input format looks like: thuocdo check --help", "Các dạng tệp đọc được: thuocdo check --help"),
    ("What each input format looks like: thuocdo explain --help", "Các dạng tệp đọc được: thuocdo explain --help"),
    ("The code, as in `(points_out_of_range)`; without it, all codes are listed", "Mã, ví dụ points_out_of_range; không ghi thì liệt kê mọi mã"),
    // plan.
    (
        "Reads assessments in any form that `thuocdo score` reads (thuocdo score --help), and scorecards in JSON. \
Points that are not certain do not count as had. An effort is a whole number, in whatever unit you count, \
of raising an indicator at all: { \"1.3.1\": 5, \"1.4.1\": 2 }. \
Answers of --what-if are written as in a CSV: 7,5  24/32  12  đạt; an empty one takes the answer away.",
        "Đọc phiếu ở mọi dạng mà thuocdo score đọc được (thuocdo score --help), và bảng kết quả dạng JSON. \
Điểm chưa chắc có thì chưa tính là đã có. Công sức là số nguyên, theo đơn vị tùy chọn, để nâng một mục: { \"1.3.1\": 5, \"1.4.1\": 2 }. \
Giá trị của --what-if ghi như trong CSV: 7,5  24/32  12  đạt; để trống là bỏ giá trị.",
    ),
    (
        "The level to reach, in every group or in one; else the next level of every group",
        "Mức độ cần đạt ở mọi nhóm hoặc ở một nhóm; nếu không ghi: mức độ kế tiếp của mỗi nhóm",
    ),
    (
        "What it costs to raise each indicator, as a JSON object; adds the cheapest plan",
        "Công sức để nâng từng mục (đối tượng JSON); thêm cách ít công sức nhất",
    ),
    (
        "What points are raised to: a multiple of so many, or the maximum; half a point where nothing is said",
        "Nâng điểm mỗi mục lên bội số của số này (ví dụ 0.25), hoặc lên điểm tối đa; nếu không ghi: 0.5",
    ),
    ("Tell what would follow if this answer were another, instead of planning", "Cho biết kết quả nếu mục này điền khác, thay cho lập kế hoạch"),
    (
        "Show everything that each indicator can still bring, also in groups that are at their highest level",
        "In điểm từng mục còn có thể mang lại, cả ở nhóm đã đạt mức độ cao nhất",
    ),
    (
        "How to answer; else by the ending of the file to write, else `table`. Rows and workbooks are of plans only, not of --what-if",
        "Dạng kết quả; nếu không ghi: theo đuôi tệp ghi ra, hoặc table. csv và xlsx chỉ dùng cho kế hoạch, không dùng với --what-if",
    ),
    // form.
    ("What to make; else told by the ending of FILE", "Dạng phiếu; nếu không ghi: theo đuôi tệp ghi ra"),
    ("One assessment with every code, all unanswered", "một phiếu có đủ mã, chưa điền"),
    ("A table for people: titles above a header with every code", "bảng để điền: dòng tiêu đề có đủ mã, tên ở dòng trên"),
    (
        "A table for programs: a header with the names of the fields, and commas",
        "bảng cho phần mềm: dòng tiêu đề ghi tên trường dữ liệu, ngăn bằng dấu phẩy",
    ),
    ("A workbook for people, which adds up as it is filled in", "tệp Excel để điền, tự cộng điểm khi điền"),
    (
        "File to write (with `--register` a folder); `-` is standard output; without it an xlsx form goes to `phieu.xlsx`",
        "Tệp ghi ra (với --register là thư mục); “-”: in ra màn hình (stdout); không ghi: phiếu xlsx vào tệp phieu.xlsx",
    ),
    ("Overwrite files that are there", "Ghi đè tệp đã có"),
    (
        "A register of institutions: make a form for each, with its code, name and type filled in",
        "Danh mục cơ sở giáo dục: tạo cho mỗi cơ sở một phiếu ghi sẵn mã, tên, cấp học",
    ),
    (
        "A file with one assessment, such as last year's form: make a form with its answers, to go on with",
        "Tệp có một phiếu, ví dụ phiếu năm trước: tạo phiếu ghi sẵn mọi ô của phiếu đó để điền tiếp",
    ),
    ("The period to fill in, such as 2025-2026", "Năm học ghi sẵn, ví dụ 2025-2026"),
    ("Who assesses, to fill in", "Hình thức đánh giá ghi sẵn"),
    // framework, overlay.
    ("The sets of indicators that ship", "Các bộ chỉ số có sẵn"),
    ("Groups, conditions, criteria, indicators, maxima and levels", "Nhóm, điều kiện, tiêu chí, mục, điểm tối đa và mức độ"),
    ("Everything that is wrong with a framework file, all at once", "Mọi lỗi của một tệp bộ chỉ số"),
    ("Every figure with its standing and sources, and a box to tick (Markdown)", "Từng con số kèm nguồn, có ô để đánh dấu (Markdown)"),
    ("The id of one that ships, or a file", "Tên một bộ có sẵn, hoặc một tệp"),
    ("The framework file, canonical", "tệp bộ chỉ số, dạng chuẩn tắc"),
    ("Several files are a stack: each is laid on what those before it made.", "Nhiều tệp: tệp sau đặt lên trên kết quả của các tệp trước."),
    (
        "Everything that is wrong with overlays, all at once; or what they do, and the digest that an overlay on top names",
        "Mọi lỗi của các bản cụ thể hóa; nếu không có lỗi: nội dung và mã kiểm tra để bản phía trên ghi theo",
    ),
    ("The set of indicators that they make", "Bộ chỉ số sau khi cụ thể hóa"),
    (
        "How to answer: `table` for people, `json` the framework that they make with the digest it has",
        "Cách in: table cho người đọc, json bộ chỉ số sau khi cụ thể hóa kèm mã kiểm tra",
    ),
    ("The overlays, in the order in which they are laid", "Các bản cụ thể hóa, theo thứ tự từ dưới lên"),
    ("The set of indicators below them: the id of one that ships, or a file", "Bộ chỉ số ở dưới cùng: tên một bộ có sẵn, hoặc một tệp"),
    (
        "An overlay is a JSON file: `base` (id and digest of what it is laid on), `id`, `title`, `basis`, and by code `indicators`, \
`conditions` and `local_conditions`. `thuocdo overlay new` writes one, `thuocdo schema overlay` prints its JSON Schema, and the chapter Overlay \
of docs/DESIGN.md explains each field. A text may be written in one language only.",
        "Bản cụ thể hóa là một tệp JSON: base (mã và mã kiểm tra của bộ chỉ số được cụ thể hóa), id, title, basis, rồi theo từng mã: \
indicators (mục), conditions (điều kiện), local_conditions (điều kiện riêng). Lệnh thuocdo overlay new tạo tệp mẫu, thuocdo schema overlay \
in lược đồ JSON, chương Overlay của docs/DESIGN.md giải thích từng trường. Có thể chỉ ghi tiếng Việt.",
    ),
    (
        "A new overlay by the codes that it refines: a file that passes `overlay check`, and says what is still to be written",
        "Tạo bản cụ thể hóa mới từ mã các mục: tệp không có lỗi, ghi rõ chỗ nào còn phải viết",
    ),
    ("An indicator in proportion: points are the maximum × part / whole", "Mục tính theo tỉ lệ: điểm tối đa × số đạt / tổng số"),
    (
        "An indicator by steps: of a count (1.4.1=0:0,10:2,50:10) or of a percentage (1.6.1=0%:0,80%:7); without rows, two hold the place",
        "Mục tính theo bậc: theo số lượng (1.4.1=0:0,10:2,50:10) hoặc theo tỉ lệ phần trăm (1.6.1=0%:0,80%:7); không ghi bậc: có hai bậc giữ chỗ",
    ),
    ("An indicator that is met or not: the maximum, or nothing", "Mục đạt hoặc không đạt: điểm tối đa, hoặc 0"),
    ("What is counted for an indicator, such as 1.6.1=teachers", "Đơn vị đếm của một mục, ví dụ \"1.6.1=giáo viên\""),
    (
        "How many pieces of evidence an indicator or condition needs, such as 1.6.1=1",
        "Số minh chứng tối thiểu của một mục hoặc điều kiện, ví dụ 1.6.1=1",
    ),
    (
        "A condition of its own, which only the local result reports: its code begins with that of the group, such as 1.hp1=TEXT",
        "Điều kiện riêng của địa phương, chỉ báo cáo kèm: mã bắt đầu bằng mã của nhóm, ví dụ \"1.hp1=Có người kiểm tra số liệu\"",
    ),
    ("The id of the local framework; else the name of the file to write", "Mã của bộ chỉ số của địa phương; nếu không ghi: theo tên tệp ghi ra"),
    (
        "The name of the local framework; without it, a text says that one is to be written",
        "Tên bộ chỉ số của địa phương; nếu không ghi: có dòng nhắc phải viết",
    ),
    (
        "The number of the act that issues the overlay; without an act it only illustrates",
        "Số, ký hiệu văn bản ban hành; không có văn bản thì chỉ là bản minh họa",
    ),
    ("The day of the act, such as 2027-01-15", "Ngày ban hành, ví dụ 2027-01-15"),
    ("The authority that issues the act", "Cơ quan ban hành"),
    ("The title of the act", "Tên văn bản"),
    ("What changed from one overlay to another, by code", "Những điểm thay đổi giữa hai bản cụ thể hóa, theo mã"),
    ("The first overlay", "Bản trước"),
    ("The second overlay", "Bản sau"),
    ("What changed from one set of indicators to another, by code", "Những điểm thay đổi giữa hai bộ chỉ số, theo mã"),
    ("The first one: the id of one that ships, or a file", "Bộ trước: tên một bộ có sẵn, hoặc một tệp"),
    ("The second one: the id of one that ships, or a file", "Bộ sau: tên một bộ có sẵn, hoặc một tệp"),
    // review.
    (
        "Each file is an assessment in any form that `thuocdo score` reads; see thuocdo score --help.
With --panel, the assessments of all files together are the forms of the assessors, 2 to 99. -o writes the result as an \
external assessment.
With --cohort, each file holds the assessments of many institutions. They are paired by institution.code \
and period; those without a counterpart are counted and named. Two of one institution, period and stream are refused, \
unless --keep says which counts.",
        "Mỗi tệp là một phiếu ở dạng mà thuocdo score đọc được; xem thuocdo score --help.
Với --panel, các tệp là phiếu của từng thành viên đoàn đánh giá ngoài, từ 2 đến 99 phiếu; -o ghi kết quả chung thành một phiếu đánh giá ngoài.
Với --cohort, mỗi tệp có phiếu của nhiều cơ sở, ghép theo institution.code và period; phiếu không có \
cặp được đếm và nêu tên. Hai phiếu của cùng một cơ sở, cùng kỳ và cùng hình thức đánh giá thì phải bỏ bớt một, hoặc chọn bằng --keep.",
    ),
    (
        "Of several assessments of one institution, period and stream: count the `first`, or the `last`; without it they are refused",
        "Khi một cơ sở có nhiều phiếu cùng kỳ, cùng hình thức đánh giá: tính phiếu trước (first) hoặc phiếu sau (last); không ghi thì báo lỗi",
    ),
    (
        "The self-assessment, then the external one; or the forms of a panel",
        "Phiếu tự đánh giá rồi phiếu đánh giá ngoài; hoặc phiếu của các thành viên đoàn",
    ),
    ("Combine the forms of several external assessors of one institution", "Tổng hợp phiếu của nhiều thành viên đoàn đánh giá ngoài một cơ sở"),
    ("How a panel's points of an indicator become one [default: median]", "Cách lấy điểm chung của đoàn cho mỗi mục [mặc định: median]"),
    ("The middle one, or the mean of the middle two", "trung vị"),
    ("The mean", "trung bình"),
    ("Lay the assessments of many institutions beside each other, and count", "Đối chiếu phiếu của nhiều cơ sở rồi tổng hợp"),
    // assign, schedule, remind.
    (
        "Each school's own plan of its self-assessment: who does what, from which day to which",
        "Lập kế hoạch tự đánh giá của từng cơ sở: ai làm việc gì, từ ngày nào đến ngày nào",
    ),
    (
        "Shares out the days from Monday to Friday between the first day and the deadline of the report: a tenth to prepare, \
seven tenths to score (each mandatory condition one part, each criterion as many as it has indicators), a tenth to put the form together, a \
tenth to approve and report. Public holidays are not taken out.",
        "Chia các ngày từ thứ Hai đến thứ Sáu, từ ngày bắt đầu đến trước thời hạn báo cáo: một phần mười để chuẩn bị, bảy phần mười để tự \
chấm (mỗi điều kiện bắt buộc một phần, mỗi tiêu chí bao nhiêu mục thì bấy nhiêu phần), một phần mười để tổng hợp phiếu, một phần mười để phê \
duyệt và báo cáo. Chưa trừ ngày nghỉ lễ.",
    ),
    (
        "The persons are a sheet with the columns person, role, parts and code (họ tên, chức vụ, mục, mã trường); only the first is needed. Parts are \
codes of groups, conditions and criteria, or names of steps: 1.3; 1.4; tổng hợp. Whoever has no parts shares what is left with the others. \
Without persons there is room for their names.",
        "Danh sách người tham gia là một bảng có các cột họ tên, chức vụ, mục, mã trường; chỉ cần cột đầu. Cột mục ghi mã nhóm, điều kiện, tiêu \
chí, hoặc tên bước: 1.3; 1.4; tổng hợp. Người không ghi mục nào thì chia nhau phần còn lại. Không có danh sách thì để chỗ trống ghi tên.",
    ),
    (
        "To change a plan by hand, write it as .xlsx, change persons and days there, put an x into the last column, and plan again with --keep: those \
rows stay.",
        "Muốn sửa kế hoạch: ghi ra .xlsx, sửa người hoặc ngày, ghi x vào cột cuối của các dòng đó, rồi lập lại với --keep: các dòng ấy không đổi.",
    ),
    ("Without a register the plan is that of the school that --body names.", "Không có danh mục thì lập kế hoạch của đơn vị ghi ở --body."),
    ("The first day of the work, such as 1/3/2027", "Ngày bắt đầu, ví dụ 1/3/2027"),
    ("The period [default: the school year of the first day]", "Kỳ đánh giá [mặc định: năm học của ngày bắt đầu]"),
    ("The register of institutions: a plan for each", "Danh mục cơ sở giáo dục: lập kế hoạch của từng cơ sở"),
    ("Only the plans of these institutions; several are separated by commas", "Chỉ lập cho các cơ sở này; các mã cách nhau bằng dấu phẩy"),
    ("Who takes part, and in what", "Danh sách người tham gia và việc của từng người"),
    ("How to print: `table` for people, `json` the plans on one line", "Cách in: table cho người đọc, json các kế hoạch trên một dòng"),
    (
        "Also write the plan of one institution (.xlsx, .docx, .html) or all as .json; or without an ending each as .xlsx and .docx into a folder",
        "Ghi thêm kế hoạch của một cơ sở (.xlsx, .docx, .html), hoặc mọi kế hoạch (.json); tên không có đuôi là thư mục: mỗi cơ sở một tệp .xlsx và một tệp .docx",
    ),
    ("Who has to do what, since when, and by which day", "Cần đôn đốc cơ sở nào, việc gì, hạn nào"),
    (
        "A plan of external assessments: which panel visits which school on which day",
        "Xếp kế hoạch đánh giá ngoài: đoàn nào đến trường nào, ngày nào",
    ),
    (
        "Finds for every institution that is not assessed yet a day and a panel of external assessors. Those whose level or \
points moved much since last year, who lack evidence or whose data show signals come first; panels have as much to do, and assess nobody \
with whom they have a conflict of interest. Each visit says why it is where it is.",
        "Xếp ngày và đoàn đánh giá ngoài cho mọi cơ sở chưa được đánh giá ngoài. Cơ sở có mức độ hoặc điểm thay đổi nhiều so với kỳ trước, \
thiếu minh chứng hoặc có dấu hiệu cần lưu ý được xếp trước; các đoàn có số cơ sở như nhau, không đánh giá nơi có xung đột lợi ích. Mỗi \
dòng ghi rõ vì sao xếp như vậy.",
    ),
    (
        "The panels are a sheet with the columns panel, members, days, conflicts and per day (đoàn, thành viên, ngày, tránh, mỗi ngày). Days are \
14/6/2027; 16/6/2027, or 14/6/2027 đến 18/6/2027 without weekends. Conflicts are codes of institutions and names of authorities.",
        "Danh sách đoàn là một bảng có các cột đoàn, thành viên, ngày, tránh, mỗi ngày. Ngày ghi 14/6/2027; 16/6/2027, hoặc \
14/6/2027 đến 18/6/2027 (không tính thứ Bảy, Chủ nhật). Cột tránh ghi mã cơ sở và tên cơ quan quản lý mà đoàn không đánh giá.",
    ),
    (
        "To change the plan by hand, write it as .xlsx, change days and panels there, put an x into the last column, and plan again with --keep: \
those rows stay.",
        "Muốn sửa kế hoạch: ghi ra .xlsx, sửa ngày hoặc đoàn, ghi x vào cột cuối của các dòng đó, rồi xếp lại với --keep: các dòng ấy không đổi.",
    ),
    (
        "Exit status: 0 every institution has a visit; 1 some have none; 2 wrong usage, or a file that cannot be read or written.",
        "Mã thoát: 0 mọi cơ sở đều có lịch; 1 có cơ sở chưa xếp được; 2 sai cách dùng, hoặc không đọc, không ghi được tệp.",
    ),
    ("The panels: who, which days, conflicts of interest", "Danh sách đoàn: thành viên, ngày làm việc được, nơi không đánh giá"),
    ("The day to look at, such as 1/6/2027; nobody is visited before it", "Ngày xem xét, ví dụ 1/6/2027; không xếp ngày nào trước ngày này"),
    ("A plan that was changed by hand: its rows with an x stay", "Kế hoạch đã sửa tay: các dòng ghi x không đổi"),
    (
        "How to print: `table` for people, the plan as `json` on one line or as an `xlsx` workbook",
        "Cách in: table cho người đọc; kế hoạch dạng json trên một dòng, xlsx một sổ",
    ),
    (
        "Also write the plan, by the ending of FILE: .xlsx, .ics, .json, or .docx or .html to print",
        "Ghi thêm kế hoạch ra tệp, dạng theo đuôi: .xlsx, .ics, .json, hoặc .docx, .html để in",
    ),
    (
        "As .docx or .html it is the Kế hoạch to print and sign: basis, aim, panels with their members, the visits with their reasons, who does what. \
It is a draft until --number is given.",
        "Với đuôi .docx hoặc .html, đó là Kế hoạch để in và ký: căn cứ, mục đích, các đoàn và thành viên, lịch kèm lý do, ai làm việc gì. Văn bản \
ghi DỰ THẢO cho đến khi có --number.",
    ),
    (
        "Names every institution that has to send its form, mend it, report it, say which of two forms counts, or add \
required evidence; with the cell to mend, the deadline, and the address of the register. The list is for mail merge: a row for each thing \
that an institution is asked.",
        "Nêu tên từng cơ sở cần gửi phiếu, sửa phiếu, báo cáo, cho biết phiếu nào được tính, hoặc bổ sung minh chứng bắt buộc; kèm ô cần \
sửa, thời hạn và địa chỉ nhận thông báo trong danh sách. Bảng dùng được để trộn thư: mỗi việc của mỗi cơ sở một dòng.",
    ),
    (
        "How to print: `table` for people, the reminders as `json` on one line, as `csv` or as an `xlsx` workbook",
        "Cách in: table cho người đọc; danh sách dạng json trên một dòng, csv hoặc xlsx",
    ),
    (
        "As .docx or .html it becomes letters (công văn đôn đốc), to each school or, with --by authority, to each authority about its schools: all in \
one file, each on pages of its own, or each in a file of a folder. A letter is a draft until --number is given.",
        "Với đuôi .docx hoặc .html, đó là công văn đôn đốc gửi từng trường, hoặc với --by authority gửi từng cơ quan quản lý về các trường trực \
thuộc: tất cả vào một tệp, mỗi công văn bắt đầu ở trang mới, hoặc mỗi công văn một tệp trong thư mục. Văn bản ghi DỰ THẢO cho đến khi có --number.",
    ),
    (
        "Also write the list (.xlsx, .csv, .json), or the letters: all of them as .docx or .html, or without an ending into a folder",
        "Ghi thêm danh sách (.xlsx, .csv, .json), hoặc công văn: tất cả vào một tệp .docx, .html, hoặc vào thư mục nếu tên không có đuôi",
    ),
    (
        "To whom letters go: to each `school`, or to each `authority` about its schools [default: school]",
        "Công văn gửi cho ai: từng trường (school), hoặc từng cơ quan quản lý (authority) [mặc định: school]",
    ),
    // process.
    (
        "A case is one file: who and when, what was done on which day by whom, and both assessments.
Without --new or --add its state is printed; with them, the case that results.
Without CASE, --as-of tells which deadlines lie ahead.",
        "Hồ sơ là một tệp: của ai, kỳ nào, ai làm việc gì ngày nào, và hai phiếu đánh giá.
Không có --new hoặc --add thì in tình trạng hồ sơ; có thì in hồ sơ mới.
Không ghi hồ sơ nào, chỉ ghi --as-of, thì in các thời hạn sắp tới.",
    ),
    (
        "With --all, --code or --from, CASE holds the cases of many institutions: a folder or a pattern with a .json each, or a .ndjson \
with a line each; both may be gzipped (.gz). What an act does not allow is refused by name, with the reason; the other cases go on. An act needs no --role and no \
--body: a head approves, a school reports, the authority of the register does the rest. An events sheet is a table with the columns code, \
act, day and body (mã, việc, ngày, đơn vị); events that a case has already are passed over.",
        "Với --all, --code hoặc --from, HỒ-SƠ là hồ sơ của nhiều cơ sở: một thư mục hoặc một mẫu tên, mỗi cơ sở một tệp .json, hoặc một tệp \
.ndjson, mỗi cơ sở một dòng; tệp nén .gz cũng được. Việc nào chưa ghi được thì nêu tên cơ sở và lý do; các hồ sơ khác vẫn ghi. Không cần ghi --role và --body: thủ trưởng \
phê duyệt, nhà trường báo cáo, cơ quan quản lý ghi trong danh mục làm các việc còn lại. Bảng các việc đã làm có các cột mã, việc, ngày, \
đơn vị; việc hồ sơ đã có thì bỏ qua.",
    ),
    ("The case, or the cases of many institutions; `-` is standard input", "Hồ sơ, hoặc hồ sơ của nhiều cơ sở; “-” là dữ liệu truyền vào (stdin)"),
    (
        "Every case of CASE; with --new a case for every institution of the register, or without one of the assessments",
        "Mọi hồ sơ; với --new: lập hồ sơ cho mọi cơ sở trong danh mục, hoặc cho mọi cơ sở có phiếu nếu không có danh mục",
    ),
    ("The cases of these institutions; several are separated by commas", "Chỉ hồ sơ của các cơ sở này; các mã cách nhau bằng dấu phẩy"),
    (
        "A file or a folder with the register, the assessments and the sheets of events of many institutions; without --add the events are added",
        "Tệp hoặc thư mục có danh sách cơ sở, các phiếu và bảng việc đã làm của nhiều cơ sở; không có --add thì ghi các việc trong bảng",
    ),
    ("The deadlines of the framework that hold, such as national", "Phạm vi thời hạn ghi trong bộ chỉ số, ví dụ national"),
    ("The deadlines, in a file of their own", "Tệp riêng ghi các thời hạn"),
    (
        "The day to look at, such as 21/6/2024: what was done later is not done yet, and what is not done by its deadline is overdue, \
or has so many days left",
        "Ngày xem xét, ví dụ 21/6/2024: việc làm sau ngày đó coi như chưa làm; nêu việc quá hạn và việc còn bao nhiêu ngày",
    ),
    (
        "The register of institutions: names them and their authorities, and tells whether one was closed before the period",
        "Danh mục cơ sở giáo dục: tên cơ sở, cơ quan quản lý, và cơ sở nào đã sáp nhập hoặc chia tách trước kỳ đánh giá",
    ),
    (
        "The register of institutions: tells whether the institution was closed before the period",
        "Danh mục cơ sở giáo dục: cho biết cơ sở đã sáp nhập hoặc chia tách trước kỳ đánh giá hay chưa",
    ),
    (
        "How to print the state: `table` for people, `json` for machines, or an `xlsx` workbook",
        "Cách in tình trạng: table cho người đọc, json cho máy, xlsx bảng tính",
    ),
    (
        "File to write the new case to, which may be CASE; of many cases a folder or a .ndjson; `-`, or none, is standard output",
        "Tệp ghi hồ sơ mới, có thể là chính hồ sơ cũ; với nhiều hồ sơ: thư mục hoặc tệp .ndjson; “-” hoặc không ghi: in ra màn hình (stdout)",
    ),
    ("Overwrite a file that is there and is not CASE", "Ghi đè tệp đã có mà không phải hồ sơ cũ"),
    ("Begin a case without events", "Lập hồ sơ mới, chưa có bước nào"),
    ("Code of the institution", "Mã cơ sở giáo dục"),
    ("Name of the institution", "Tên cơ sở giáo dục"),
    ("What kind of institution it is", "Cấp học của cơ sở giáo dục"),
    ("The period, such as the school year 2023-2024", "Kỳ đánh giá, ví dụ năm học 2023-2024"),
    ("Add an event: what was done", "Ghi thêm một bước: đã làm việc gì"),
    ("The day it was done, such as 15/4/2024", "Ngày làm, ví dụ 15/4/2024"),
    ("In which part the body acted [default: the usual one]", "Vai trò của đơn vị thực hiện [mặc định: vai trò thường làm việc đó]"),
    (
        "The body that did it, in free words [default: the institution, or its authority by the register]",
        "Tên đơn vị thực hiện [mặc định: cơ sở giáo dục, hoặc cơ quan quản lý ghi trong danh mục]",
    ),
    (
        "The assessment it was done with: of the institution with `self_assess` or `report`, of the authority with `externally_assess`",
        "Phiếu kèm theo: phiếu tự đánh giá với self_assess hoặc report, phiếu đánh giá ngoài với externally_assess",
    ),
    ("Who signed", "Người ký"),
    ("What else is to be said", "Ghi chú"),
    // certify, verify.
    (
        "The certificate is JSON on one line: level by group and overall, and the digests of all that it rests on.",
        "Bản xác nhận là JSON trên một dòng: mức độ từng nhóm và mức độ chung, kèm mã kiểm tra của mọi căn cứ.",
    ),
    (
        "With --key it is signed (Ed25519). A seed is 32 random bytes in hexadecimal digits, to be kept secret. The public key \
that goes with it stands in the signed certificate at signature.key; make it known, for `thuocdo verify --trusted`.",
        "Với --key, bản xác nhận có chữ ký kiểm tra (Ed25519). Khóa bí mật là 32 byte ngẫu nhiên, ghi bằng chữ số thập lục phân, phải giữ kín. \
Khóa công khai tương ứng nằm ở signature.key của bản xác nhận; hãy công bố khóa này để dùng với thuocdo verify --trusted.",
    ),
    (
        "With --all or --code, CASE holds the cases of many institutions: a folder or a .ndjson. Those that are not recognised are \
named with the reason; the certificates of the others go to a .ndjson, or to a folder: as JSON, or with --format docx or html as papers. \
That of one --code may also go to one file.",
        "Với --all hoặc --code, HỒ-SƠ là hồ sơ của nhiều cơ sở: một thư mục hoặc một tệp .ndjson. Cơ sở chưa được công nhận được nêu tên \
và lý do; bản xác nhận của các cơ sở khác ghi vào một tệp .ndjson, hoặc một thư mục: dạng JSON, hoặc bản để in với --format docx, html. Với một --code, ghi ra một tệp cũng được.",
    ),
    (
        "The case, recognised or published, or the cases of many institutions; `-` is standard input",
        "Hồ sơ đã công nhận hoặc đã công bố, hoặc hồ sơ của nhiều cơ sở; “-” là dữ liệu truyền vào (stdin)",
    ),
    ("Certify every case of CASE", "Lập bản xác nhận cho mọi hồ sơ"),
    ("Overwrite FILE if it is there", "Ghi đè nếu TỆP đã có"),
    ("File to write; `-`, or none, is standard output", "Tệp ghi ra; “-” hoặc không ghi: in ra màn hình (stdout)"),
    ("Certify the cases of these institutions; several are separated by commas", "Chỉ lập cho các cơ sở này; các mã cách nhau bằng dấu phẩy"),
    (
        "With -o FILE.docx or FILE.html it is a paper to print, with a QR code of its digest. The paper does not replace the decision that \
a person signs.",
        "Với -o TỆP.docx hoặc TỆP.html, đó là bản để in, có mã QR ghi mã kiểm tra. Bản này không thay cho quyết định có chữ ký và con dấu.",
    ),
    (
        "File to write, by its ending: .json, or .docx or .html to print; of many cases a .ndjson or a folder; `-`, or none, is standard output",
        "Tệp ghi ra, dạng theo đuôi tệp: .json, hoặc .docx, .html để in; với nhiều hồ sơ: tệp .ndjson hoặc thư mục; “-” hoặc không ghi: in ra màn hình (stdout)",
    ),
    (
        "On a paper: number and sign of the decision that recognised the level, such as 12/QĐ-UBND; a blank without it",
        "Trên bản để in: số, ký hiệu của quyết định công nhận, ví dụ 12/QĐ-UBND; không ghi thì để chỗ trống",
    ),
    ("On a paper: the day of that decision, such as 2024-06-18", "Trên bản để in: ngày của quyết định đó, ví dụ 2024-06-18"),
    (
        "On a paper: the address where the certificate can be verified; the QR code then holds it with the digest",
        "Trên bản để in: địa chỉ tra cứu bản xác nhận; khi đó mã QR ghi cả địa chỉ và mã kiểm tra",
    ),
    ("File with the seed of the secret key to sign with: 64 hexadecimal digits", "Tệp khóa bí mật để ký: 64 chữ số thập lục phân"),
    ("What to write; else by the ending of FILE, or JSON", "Dạng ghi ra; nếu không ghi: theo đuôi tệp, hoặc JSON"),
    ("The certificate, canonical JSON on one line", "bản xác nhận, JSON trên một dòng"),
    ("What it says, for people", "nội dung cho người đọc"),
    (
        "Exit status: 0 the certificate is identical to the one made anew from the case (and, with --trusted, \
signed by that key); 1 it (or one of many) differs, is refused, or is not so signed; 2 wrong usage, or a file that cannot be read.",
        "Mã thoát: 0 bản xác nhận khớp hoàn toàn với kết quả tính lại từ hồ sơ (và, với --trusted, được ký bằng khóa đó); \
1 không khớp (dù chỉ một trong nhiều bản), không hợp lệ hoặc không được ký như vậy; 2 sai cách dùng, hoặc không đọc được tệp.",
    ),
    (
        "The certificate, signed or not; or a .ndjson with a certificate a line, as `certify --all` writes it",
        "Bản xác nhận, có ký hoặc không; hoặc tệp .ndjson mỗi dòng một bản, như certify --all ghi ra",
    ),
    (
        "The case it was made of; or the cases of many institutions, in a folder or a .ndjson",
        "Hồ sơ đã dùng để lập bản xác nhận; hoặc hồ sơ của nhiều cơ sở: thư mục hoặc tệp .ndjson",
    ),
    (
        "File with the public key that the certificate must be signed by: 64 hexadecimal digits",
        "Tệp khóa công khai mà bản xác nhận phải được ký: 64 chữ số thập lục phân",
    ),
    // quality.
    (
        "Of one assessment its four scores and everything to look at again; of many the same added up, with signals \
for a reviewer, which prove nothing. Reads what `score` reads (thuocdo score --help); JSON and NDJSON may also hold \
submissions:
  { \"assessment\": {…}, \"updated_on\": \"2024-05-20\",
    \"claimed\": { \"groups\": { \"1\": { \"score\": 78, \"level\": 3 } }, \"level\": 2 } }",
        "Một phiếu: bốn tỉ lệ và mọi chỗ cần xem lại; nhiều phiếu: cộng chung, kèm các dấu hiệu để đoàn đánh giá ngoài lưu ý, \
không chứng minh điều gì. Đọc như thuocdo score (thuocdo score --help); JSON và NDJSON còn có thể ghi:
  { \"assessment\": {…}, \"updated_on\": \"2024-05-20\",
    \"claimed\": { \"groups\": { \"1\": { \"score\": 78, \"level\": 3 } }, \"level\": 2 } }",
    ),
    (
        "Exit status: 0 also where there is much to look at again; 1 where a record cannot be read at all; 2 wrong usage or unreadable file.",
        "Mã thoát: 0 cả khi có nhiều chỗ cần xem lại; 1 khi có phiếu không đọc được; 2 sai cách dùng hoặc không đọc được tệp.",
    ),
    (
        "The day on which the data is looked at (15/6/2024); nothing may be later",
        "Ngày xem xét số liệu (15/6/2024); không ngày nào được sau ngày này",
    ),
    ("How many days before that day the last update may lie", "Lần cập nhật cuối được cách ngày đó tối đa bao nhiêu ngày"),
    (
        "How far from the first point of a level totals are counted, to see whether they pile up over it",
        "Đếm các tổng điểm cách ngưỡng mức độ bao nhiêu điểm, để xem có dồn ngay trên ngưỡng không",
    ),
    (
        "How to answer; else by the ending of the file to write, else `table`. Of several assessments `json` adds them up",
        "Dạng kết quả; nếu không ghi: theo đuôi tệp ghi ra, hoặc table. Với nhiều phiếu, json là kết quả cộng chung",
    ),
    // framework impact.
    (
        "What another set of indicators changes for schools: who moves, by which figure, and which stored scorecards must be made again",
        "Bộ chỉ số khác làm các trường đổi ra sao: trường nào đổi mức độ, do con số nào, và bảng kết quả đã lưu nào phải lập lại",
    ),
    (
        "Points go over by the code of their indicator. What only the second one asks for is open, and so are points above its maximum. \
To try out a threshold, change it in a copy of the file.",
        "Điểm được chuyển theo mã của mục. Mục chỉ có ở bộ thứ hai thì để mở, điểm vượt tối đa của bộ thứ hai cũng vậy. \
Muốn thử một ngưỡng khác thì sửa ngưỡng trong một bản sao của tệp.",
    ),
    (
        "Files, folders or patterns with assessments or scorecards of the first set of indicators; `-`, or none at all, is standard input",
        "Tệp, thư mục hoặc mẫu tên có phiếu hoặc bảng kết quả theo bộ thứ nhất; “-” hoặc không ghi: dữ liệu truyền vào (stdin)",
    ),
    ("The first set of indicators: the id of one that ships, or a file", "Bộ chỉ số thứ nhất: tên bộ có sẵn, hoặc tệp"),
    ("The second set of indicators: the id of one that ships, or a file", "Bộ chỉ số thứ hai: tên bộ có sẵn, hoặc tệp"),
    (
        "What is laid over the first one; given several times, each is laid on what those before it made",
        "Bản cụ thể hóa của bộ thứ nhất; ghi nhiều lần: mỗi bản đặt lên kết quả của các bản trước",
    ),
    (
        "What is laid over the second one; given several times, each is laid on what those before it made",
        "Bản cụ thể hóa của bộ thứ hai; ghi nhiều lần: mỗi bản đặt lên kết quả của các bản trước",
    ),
    // audit.
    (
        "Whether the points and levels that a table claims follow from its answers",
        "Điểm và mức độ ghi sẵn trong bảng có đúng với các câu trả lời không",
    ),
    (
        "Reads what `score` reads (thuocdo score --help), and beside the answers what is claimed. A table has the columns \
group.1.score, group.1.level, overall.level and eligible, or Điểm nhóm 1, Mức độ nhóm 1, Mức độ chung and Đủ điều kiện. A table without answers \
has its claims compared with each other. JSON and NDJSON hold submissions:
  { \"assessment\": {…}, \"claimed\": { \"groups\": { \"1\": { \"score\": 78, \"level\": 3 } }, \"level\": 2 } }",
        "Đọc như lệnh score (thuocdo score --help), kèm điểm và mức độ đã khai. Bảng có các cột \
Điểm nhóm 1, Mức độ nhóm 1, Mức độ chung, Đủ điều kiện (hoặc group.1.score, group.1.level, overall.level, eligible). Bảng không có câu trả lời \
thì so các số đã khai với nhau. JSON và NDJSON ghi:
  { \"assessment\": {…}, \"claimed\": { \"groups\": { \"1\": { \"score\": 78, \"level\": 3 } }, \"level\": 2 } }",
    ),
    (
        "Exit status: 0 all claims follow; 1 some do not, or some input is refused; 2 wrong usage or unreadable file.",
        "Mã thoát: 0 mọi số đã khai đều đúng; 1 có chỗ khác, hoặc có phiếu bị từ chối; 2 sai cách dùng, hoặc không đọc được tệp.",
    ),
    // conform.
    (
        "Whether another program's formula gives the levels that follow: a kit of boundary cases, and its comparison",
        "Công thức của phần mềm khác có cho đúng mức độ không: bộ ca thử ở các ngưỡng, và so câu trả lời",
    ),
    (
        "A kit holds the cases at which formulas go wrong: each threshold by hundredths, missing answers, points above a maximum, \
conditions, rounding, sums of floats, streams. It is made of the framework alone. Export it, let your own program answer, and compare; or let \
`conform run` ask your program line by line.",
        "Bộ ca thử gồm những chỗ công thức hay sai: từng ngưỡng đến phần trăm điểm, mục chưa điền, điểm vượt tối đa, \
điều kiện bắt buộc, làm tròn, cộng số thực, hình thức đánh giá. Bộ này chỉ lập từ bộ chỉ số. Hãy xuất ra, cho phần mềm của bạn trả lời, rồi so; \
hoặc để lệnh conform run hỏi phần mềm từng dòng.",
    ),
    (
        "An answer names the case and says what the formula found; what it does not know yet stays blank:
  case,group.1.score,group.1.level,group.2.score,group.2.level,overall.level,eligible,refused
  { \"case\": \"edge-1-75\", \"groups\": { \"1\": { \"score\": 75, \"level\": 2 } }, \"level\": 2, \"eligible\": true }
  { \"case\": \"out_of_range-1.3.1-above\", \"refused\": true }
A case without an answer counts as refused. The mark of conformance is this project's, not the Ministry's.",
        "Mỗi câu trả lời ghi tên ca thử và kết quả của công thức; điều chưa xác định thì để trống:
  case,group.1.score,group.1.level,group.2.score,group.2.level,overall.level,eligible,refused
  { \"case\": \"edge-1-75\", \"groups\": { \"1\": { \"score\": 75, \"level\": 2 } }, \"level\": 2, \"eligible\": true }
  { \"case\": \"out_of_range-1.3.1-above\", \"refused\": true }
Ca thử không có câu trả lời coi như bị từ chối. Dấu khớp là của dự án này, không phải của Bộ GDĐT.",
    ),
    ("The boundary cases, to be answered by another program", "Bộ ca thử, để phần mềm khác trả lời"),
    (
        "A .csv is a wide table that `thuocdo score` reads too: the case is the code of an institution. A .sql makes tables and fills \
them in standard SQL; a missing answer has no row.",
        "Tệp .csv là bảng ngang mà thuocdo score cũng đọc được: tên ca thử là mã trường. Tệp .sql tạo bảng và ghi dữ liệu bằng SQL \
chuẩn; mục chưa điền thì không có dòng.",
    ),
    ("How another program's answers differ from what follows, by kind", "Câu trả lời của phần mềm khác sai ở đâu, theo từng loại"),
    (
        "The same of a program that answers line by line: a case comes to its standard input, an answer goes to its standard output",
        "Như trên, với phần mềm trả lời từng dòng: nhận ca thử ở đầu vào (stdin), ghi câu trả lời ra đầu ra (stdout)",
    ),
    (
        "Each line is a case of the .ndjson that `conform export` writes; each answer is one line of JSON, written out at once \
(flush it). A program that ends is started again for the next case.",
        "Mỗi dòng là một ca thử như trong tệp .ndjson của conform export; mỗi câu trả lời là một dòng JSON, ghi ra ngay \
(flush). Phần mềm nào dừng thì được chạy lại cho ca thử sau.",
    ),
    ("Also write what is right", "Ghi kèm kết quả đúng"),
    (
        "How to write the cases; else by the ending of the file to write, else `csv`",
        "Dạng của bộ ca thử; nếu không ghi: theo đuôi tệp ghi ra, hoặc csv",
    ),
    ("How many seconds an answer may take", "Mỗi câu trả lời được chờ bao nhiêu giây"),
    ("The program, and what to call it with", "Chương trình, và các tham số của nó"),
    ("Tables and rows in standard SQL", "Bảng và dữ liệu bằng SQL chuẩn"),
    // course.
    (
        "Reads assessments or scorecards of one institution, one for each period, in any order and from any \
number of files. The register tells which institutions were merged, split or renamed; cards of predecessors are set beside, not compared:
  { \"institutions\": [ { \"code\": \"A\", \"type\": \"primary\", \"authority\": \"…\" } ],
    \"changes\": [ { \"on\": \"2025-07-01\", \"kind\": \"merged\", \"from\": [\"B\", \"C\"], \"to\": [\"A\"] } ] }",
        "Đọc phiếu hoặc bảng kết quả của một cơ sở giáo dục, mỗi kỳ một phiếu, từ một hay nhiều tệp, theo thứ tự tùy ý. \
Danh mục cho biết cơ sở nào sáp nhập, chia tách, đổi mã; kết quả của cơ sở tiền thân chỉ đặt cạnh, không so sánh:
  { \"institutions\": [ { \"code\": \"A\", \"type\": \"primary\", \"authority\": \"…\" } ],
    \"changes\": [ { \"on\": \"2025-07-01\", \"kind\": \"merged\", \"from\": [\"B\", \"C\"], \"to\": [\"A\"] } ] }",
    ),
    ("The register of institutions, and what became of them", "Danh mục cơ sở giáo dục, có các lần sáp nhập, chia tách, đổi mã"),
    // cohort.
    (
        "How to answer with the counts; else by the ending of the file to write, else `table`",
        "Dạng của số liệu tổng hợp; nếu không ghi: theo đuôi tệp ghi ra, hoặc table",
    ),
    (
        "File to write the counts to, in the format of its ending; `-`, or none, is standard output",
        "Tệp ghi số liệu tổng hợp, dạng theo đuôi tệp; “-” hoặc không ghi: in ra màn hình (stdout)",
    ),
    ("Overwrite the files to write if they are there", "Ghi đè nếu tệp ghi ra đã có"),
    (
        "Reads assessments or scorecards of any number of institutions, one for each institution, and counts them \
by level, type, authority, period and stream. The register says type and authority:
  { \"institutions\": [ { \"code\": \"A\", \"name\": \"…\", \"type\": \"primary\", \"authority\": \"…\" } ] }",
        "Đọc phiếu hoặc bảng kết quả của nhiều cơ sở giáo dục, mỗi cơ sở một phiếu, rồi tổng hợp theo mức độ, cấp học, \
cơ quan quản lý, kỳ và hình thức đánh giá. Danh mục cho biết cấp học và cơ quan quản lý:
  { \"institutions\": [ { \"code\": \"A\", \"name\": \"…\", \"type\": \"primary\", \"authority\": \"…\" } ] }",
    ),
    ("The register of institutions: their names, types and authorities", "Danh mục cơ sở giáo dục: tên, cấp học, cơ quan quản lý"),
    (
        "Also write the list of institutions to be published, by the ending of FILE: .html, .csv, .xlsx or .json",
        "Ghi thêm danh sách công bố, dạng theo đuôi tệp: .html, .csv, .xlsx hoặc .json",
    ),
    ("Title of the list", "Tên danh sách"),
    ("Period of the list; else that of the cards, which must all have one", "Kỳ của danh sách; nếu không ghi: kỳ chung của các phiếu"),
    ("Who publishes the list", "Cơ quan công bố"),
    ("The act that publishes the list: its number, day and issuer", "Văn bản công bố: số, ngày, cơ quan ban hành"),
    ("The official who publishes the list: office and name", "Người ký công bố: chức vụ, họ tên"),
    (
        "Whose points the list has: `self` or `external`. Assessments that do not say whose they are count as of this; those of the other are left out",
        "Điểm đưa vào danh sách: self (tự đánh giá) hoặc external (đánh giá ngoài). Phiếu không ghi hình thức thì tính theo hình thức này; phiếu của hình thức kia không đưa vào danh sách",
    ),
    ("Also list the institutions of the register of which there is no assessment", "Nêu cả các cơ sở trong danh mục chưa có phiếu"),
    (
        "Where the certificates are, for links in the page: an address with `{code}` in it",
        "Địa chỉ của các bản xác nhận, để trang công bố dẫn tới: có {code} ở chỗ ghi mã cơ sở",
    ),
    (
        "Write a .csv for programs: commas, no byte order mark; else it is written as Excel opens it",
        "Ghi tệp .csv cho phần mềm: dấu phẩy, không có BOM; nếu không ghi: dạng Excel mở đúng tiếng Việt",
    ),
    ("The day as of which the list holds, such as 30/6/2024", "Số liệu tính đến ngày, ví dụ 30/6/2024"),
    (
        "Certificates of recognised levels, one a file or one a line; `thuocdo verify` says whether they are what their cases give",
        "Bản xác nhận mức độ đã công nhận, mỗi tệp hoặc mỗi dòng một bản; đối chiếu với hồ sơ: thuocdo verify",
    ),
    (
        "File with the public key that every certificate must be signed by: 64 hexadecimal digits",
        "Tệp khóa công khai mà mọi bản xác nhận phải được ký: 64 chữ số thập lục phân",
    ),
    // year, gather.
    (
        "A folder of a department's year: who has sent, what was refused, what differs, who is late, what to do next",
        "Thư mục của một năm: ai đã nộp, tệp nào bị từ chối, ai khác nhau, ai chậm, việc cần làm tiếp",
    ),
    ("All forms of a folder in one file", "Gom mọi phiếu của thư mục vào một tệp"),
    (
        "Reads a folder as people keep it, with the folders in it, in any order and under any names:
- the register: a spreadsheet or CSV with the columns code, name, type, authority, address for notices,
  predecessors and since when; or JSON;
- forms of self- and external assessment, .xlsx .ods .xls .csv .json .ndjson: which they are, the form
  says, or the name of its folder or file (danh-gia-ngoai, ĐGN, tự đánh giá);
- last year's forms or table: by their period, or by a name such as nam-truoc or 2025-2026;
- sheets of events: a row an event with code, act and day; or a row a school with a column of days
  for each act.",
        "Đọc thư mục như người ta vẫn để, kể cả thư mục con, tên tệp tùy ý:
- danh sách cơ sở giáo dục: bảng tính hoặc CSV có cột mã, tên, cấp học, cơ quan quản lý,
  email nhận thông báo, trường tiền thân, từ ngày; hoặc JSON;
- phiếu tự đánh giá, đánh giá ngoài, .xlsx .ods .xls .csv .json .ndjson: loại nào thì phiếu ghi,
  hoặc theo tên thư mục, tên tệp (danh-gia-ngoai, ĐGN, tự đánh giá);
- phiếu hoặc bảng năm trước: theo kỳ ghi trong phiếu, hoặc theo tên như nam-truoc, 2025-2026;
- bảng việc đã làm: mỗi dòng một việc, có mã, việc, ngày; hoặc mỗi dòng một trường, mỗi việc
  một cột ngày.",
    ),
    (
        "One file that cannot be read stops no other. Nothing is written into the folder.",
        "Một tệp không đọc được không làm dừng các tệp khác. Không ghi gì vào thư mục đang đọc.",
    ),
    (
        "Exit status: 0 nothing was refused; 1 something was, or a form repeats another; 2 wrong usage, or a file \
that cannot be written.",
        "Mã thoát: 0 không có gì bị từ chối; 1 có chỗ bị từ chối hoặc phiếu trùng; 2 sai cách dùng, hoặc không ghi được tệp.",
    ),
    ("The folder; several are read as one, and files may stand among them", "Thư mục; nhiều thư mục được đọc như một, có thể kèm từng tệp"),
    (
        "The day to look at, such as 20/5/2027: what was done later is not done yet",
        "Ngày xem xét, ví dụ 20/5/2027: việc làm sau ngày đó coi như chưa làm",
    ),
    ("The period to look at; else the latest that a form names and that has begun", "Kỳ cần xem; nếu không ghi: kỳ mới nhất có phiếu và đã bắt đầu"),
    ("The register of institutions, if it is not in the folder", "Danh sách cơ sở giáo dục, nếu không để trong thư mục"),
    (
        "How to print: `table` one screen for people; every list as `json` on one line, as `csv` tables or as an `xlsx` workbook",
        "Cách in: table một màn hình cho người đọc; mọi danh sách: json trên một dòng, csv mỗi danh sách một bảng, xlsx một sổ",
    ),
    (
        "Also write the lists: all into a workbook (.xlsx), JSON (.json) or one CSV (.csv), or each as a CSV into a folder",
        "Ghi thêm các danh sách: tất cả vào một sổ (.xlsx), JSON (.json) hoặc một CSV (.csv), hoặc mỗi danh sách một CSV vào thư mục",
    ),
    ("Overwrite files that are there", "Ghi đè các tệp đã có"),
    (
        "Reads a folder as `thuocdo year` does, and writes its forms as one file that every command reads. A form \
that does not say who assessed, or of which school year it is, gets what the name of its folder or file says. Forms that are \
refused are named, and stop no other. Each form says its file and its sheet: in columns of a CSV or workbook, beside the assessment in a \
line of NDJSON.",
        "Đọc thư mục như lệnh thuocdo year, rồi gom các phiếu vào một tệp mà mọi lệnh đều đọc được. Phiếu chưa ghi hình thức đánh giá \
hoặc năm học thì lấy theo tên thư mục, tên tệp. Phiếu bị từ chối được nêu tên, các phiếu khác vẫn được gom. Mỗi phiếu đều ghi rõ tệp và \
trang tính: thành cột trong CSV và bảng tính, thành trường dữ liệu cạnh phiếu trong mỗi dòng NDJSON.",
    ),
    (
        "Exit status: 0 nothing was refused; 1 something was; 2 wrong usage, or a file that cannot be written.",
        "Mã thoát: 0 không có gì bị từ chối; 1 có chỗ bị từ chối; 2 sai cách dùng, hoặc không ghi được tệp.",
    ),
    ("Only the forms of this stream", "Chỉ lấy phiếu của hình thức đánh giá này"),
    (
        "A row for each form (`wide`), or for each answer with its note and evidence (`long`); in CSV and workbooks",
        "Mỗi dòng một phiếu (wide), hoặc mỗi dòng một mục kèm ghi chú, minh chứng (long); với CSV và bảng tính",
    ),
    ("What to write; else by the ending of FILE, or NDJSON", "Dạng ghi ra; nếu không ghi: theo đuôi tệp, hoặc NDJSON"),
    ("An assessment a line", "mỗi dòng một phiếu"),
    ("A table", "bảng"),
    ("A workbook", "bảng tính"),
    (
        "File to write, .ndjson, .csv or .xlsx; `-`, or none, is standard output",
        "Tệp ghi ra, .ndjson, .csv hoặc .xlsx; “-” hoặc không ghi: in ra màn hình (stdout)",
    ),
    ("Overwrite the file if it is there", "Ghi đè nếu tệp đã có"),
    // report.
    (
        "What no file says stays a blank to fill in by hand: the command makes up no number, day, signer or seal, and marks \
a paper DỰ THẢO until --number is given. It does not claim that a paper conforms to the decree on official papers.",
        "Điều gì không tệp nào ghi thì để chỗ trống để điền tay: lệnh này không tự đặt số, ngày, người ký hay con dấu, và ghi DỰ THẢO \
cho đến khi có --number. Văn bản lập ra không được coi là đúng thể thức theo quy định về công tác văn thư.",
    ),
    (
        "FILE is an assessment in any form that `thuocdo score` reads (thuocdo score --help), but a case for quyet-dinh, and for bao-cao it may be \
the folder of a year as `thuocdo year` reads it: register, forms, last year, events and cases all come from there, and the report has the \
lists of that year.",
        "TỆP là phiếu ở mọi dạng mà thuocdo score đọc được (thuocdo score --help); với quyet-dinh là hồ sơ đánh giá; với bao-cao có thể là \
thư mục của một năm như lệnh thuocdo year đọc: danh sách, phiếu, năm trước, việc đã làm, hồ sơ đều lấy ở đó, và báo cáo có các danh sách \
của năm.",
    ),
    ("Which paper", "Loại văn bản"),
    ("A school's assessment", "phiếu đánh giá của một cơ sở"),
    ("The page of a self-assessment for the school's own site", "trang công khai kết quả tự đánh giá, để đưa lên cổng thông tin của đơn vị"),
    (
        "For cong-khai as .html: only what goes into a page of the site, without head and style",
        "Với cong-khai dạng .html: chỉ phần nội dung, để dán vào một trang có sẵn của cổng thông tin",
    ),
    ("The record of an external assessment: both sides, differences, reasons", "biên bản đánh giá ngoài: hai bên, chỗ khác nhau, lý do"),
    ("The draft of a decision that recognises levels, with its list", "dự thảo quyết định công nhận, kèm danh sách"),
    ("A department's report on a year", "báo cáo tổng hợp của cơ quan quản lý"),
    (
        "File to write, by its ending: .docx or .html; with --all a folder; `-` is standard output",
        "Tệp ghi ra, đuôi .docx hoặc .html; với --all: thư mục; “-”: in ra màn hình (stdout)",
    ),
    ("Write a paper for each institution into a folder", "Ghi mỗi cơ sở một tệp vào một thư mục"),
    (
        "What to write: with --all else `docx`, but `html` for cong-khai; to standard output else `html`",
        "Dạng tệp; nếu không ghi: docx với --all (cong-khai: html), html khi in ra màn hình",
    ),
    ("A file for word processors", "tệp Word"),
    ("A page for a browser, to read and to print", "trang để xem và in bằng trình duyệt"),
    ("Overwrite what is there", "Ghi đè tệp đã có"),
    ("Assessments or scorecards of the last period, to stand beside these", "Phiếu hoặc bảng kết quả của kỳ trước, để ghi kèm"),
    (
        "For bien-ban: the forms of the members of the panel, whose points become an annex",
        "Với bien-ban: phiếu của các thành viên đoàn; điểm từng thành viên thành phụ lục",
    ),
    (
        "For bien-ban: how the points of the members became those of the panel",
        "Với bien-ban: cách lấy điểm chung của đoàn: median (trung vị), mean (trung bình)",
    ),
    ("For bao-cao: the cases of the year, for its progress", "Với bao-cao: hồ sơ đánh giá trong năm, để nêu tiến độ"),
    ("For bao-cao: the register of institutions", "Với bao-cao: danh mục cơ sở giáo dục"),
    (
        "For bao-cao: the day as of which the figures hold, such as 2024-06-30; of the folder of a year it must be said",
        "Với bao-cao: số liệu tính đến ngày, ví dụ 2024-06-30; với thư mục của một năm thì phải ghi",
    ),
    (
        "For bao-cao of the folder of a year: the period; else the latest that a form names and that has begun",
        "Với bao-cao từ thư mục của một năm: kỳ đánh giá; nếu không ghi: kỳ mới nhất có phiếu và đã bắt đầu",
    ),
    (
        "For bao-cao: of several assessments of one institution, period and stream, count the `first`, or the `last`",
        "Với bao-cao: khi một cơ sở có nhiều phiếu cùng kỳ, cùng hình thức đánh giá, tính phiếu trước (first) hoặc phiếu sau (last)",
    ),
    ("In the head: the body above the one that issues the paper", "Phần đầu: cơ quan chủ quản"),
    ("In the head: the body that issues the paper", "Phần đầu: cơ quan, đơn vị ban hành"),
    (
        "In the head: number and sign of the paper, such as 12/BC-THHS; without it the paper is a draft",
        "Phần đầu: số, ký hiệu văn bản, ví dụ 12/BC-THHS; không ghi thì là dự thảo",
    ),
    ("In the head: the place", "Phần đầu: địa danh"),
    ("In the head: the day of the paper, such as 2024-05-20", "Phần đầu: ngày của văn bản, ví dụ 2024-05-20"),
    ("At the end: who signs", "Phần cuối: người ký"),
    ("At the end: as what, such as HIỆU TRƯỞNG", "Phần cuối: chức vụ người ký, ví dụ HIỆU TRƯỞNG"),
    // schema, sample.
    (
        "The name of an input or output, such as assessment, scorecard, framework, violations; another word lists them all",
        "Tên dữ liệu vào hoặc ra, ví dụ assessment, scorecard, framework, violations; ghi từ khác để liệt kê tất cả",
    ),
    (
        "With `assessment`: the schema that lists this framework's codes and maxima",
        "Với assessment: lược đồ có đủ mã và điểm tối đa của bộ chỉ số này",
    ),
    (
        "The same seed makes the same schools on every machine. All of them are invented, and their names say so.",
        "Cùng một số --seed cho cùng các cơ sở trên mọi máy. Mọi cơ sở đều là giả định, tên gọi nói rõ điều đó.",
    ),
    (
        "How to answer; else by the ending of the file to write, else `ndjson`. `json` takes one school",
        "Dạng kết quả; nếu không ghi: theo đuôi tệp ghi ra, hoặc ndjson. json chỉ in một cơ sở",
    ),
    ("How many schools", "Bao nhiêu cơ sở giáo dục"),
    ("Which of the many possible samples", "Số chọn mẫu"),
    // completions, man.
    ("What it prints goes where the shell looks for completions.", "Ghi kết quả vào nơi cửa sổ lệnh tìm tệp gợi ý."),
    ("The shell", "Loại cửa sổ lệnh"),
    (
        "Folder to write a page for each command into; a file that ends in .1 gets the page of the whole, and so does standard output without it",
        "Thư mục ghi trang của từng lệnh; tệp đuôi .1: ghi trang chung; không ghi: in trang chung ra màn hình (stdout)",
    ),
    ("Overwrite pages that are there", "Ghi đè các trang đã có"),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Every paragraph of help, and what stands for values, of a command and all below it.
    fn texts(command: &Command, paragraphs: &mut Vec<String>, names: &mut Vec<String>) {
        let values: Vec<_> = command.get_arguments().filter(|arg| takes_value(arg)).flat_map(Arg::get_possible_values).collect();
        let of_command = [command.get_about(), command.get_long_about(), command.get_after_help(), command.get_after_long_help()];
        let of_args = command.get_arguments().flat_map(|arg| [arg.get_help(), arg.get_long_help()]);
        let of_values = values.iter().map(PossibleValue::get_help);
        for text in of_command.into_iter().chain(of_args).chain(of_values).flatten() {
            paragraphs.extend(text.to_string().split("\n\n").map(|paragraph| paragraph.trim_end().to_owned()));
        }
        names.extend(
            command.get_arguments().filter(|arg| takes_value(arg)).flat_map(|arg| arg.get_value_names().unwrap_or_default()).map(ToString::to_string),
        );
        command.get_subcommands().for_each(|inner| texts(inner, paragraphs, names));
    }

    #[test]
    fn every_help_text_is_there_in_vietnamese_and_none_is_left_over() {
        let (mut paragraphs, mut names) = (Vec::new(), Vec::new());
        let mut english = Cli::command();
        english.build();
        texts(&english, &mut paragraphs, &mut names);
        let is_of_commands = |text: &str| text.starts_with("Examples:\n") || text.starts_with("Example:\n");
        let lacking: Vec<&String> = paragraphs.iter().filter(|text| found(text).is_none() && !is_of_commands(text)).collect();
        assert!(lacking.is_empty(), "without Vietnamese: {lacking:#?}");
        let unused: Vec<&str> = TEXTS.iter().map(|(en, _)| *en).filter(|en| !paragraphs.iter().any(|text| text == en)).collect();
        assert!(unused.is_empty(), "of no argument: {unused:#?}");
        names.retain(|name| !VALUE_NAMES.iter().any(|(en, _)| en == name));
        assert!(names.is_empty(), "without Vietnamese: {names:?}");
    }

    #[test]
    fn both_command_lines_are_sound() {
        for lang in Lang::ALL {
            command(lang, &|line| line).debug_assert();
        }
    }
}
