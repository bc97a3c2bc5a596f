//! What a folder says of a year: every list that a department works with, as plain data.
//!
//! Sentences are in one language, that of [`Year::lang`]; acts, states and movements are words with a name in both languages. An institution
//! stands in a list by its code and name. Where a list has more than one row for an institution, the rows stand together.

use schemars::JsonSchema;
use serde::Serialize;
use thuocdo::{
    Blocker, BlockerCode, Code, ConditionState, Date, Difference, Framework, FrameworkRef, InstitutionType, Lang, Level, Points, Range, Standing,
    Stream,
};
use thuocdo_practice::course::StepKind;
use thuocdo_practice::process::{Act, Ahead, State};
use thuocdo_practice::quality::{Dimension, QualityRule, Scores, Signal};
use thuocdo_practice::{CohortReport, Movement};

use crate::folder::{FileRead, Place, RefusedRow};

/// A year of a department, as one folder has it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Year {
    /// The day that is looked at. Events of later days do not count, and a deadline is over the day after it.
    pub as_of: Date,
    /// Who rose or fell since last year, the fallen first. Who moved in no group, and whose move is open, is not here.
    pub changes: Vec<Change>,
    /// The institutions of each deadline, the earliest deadline first.
    pub deadlines: Vec<Deadline>,
    /// Self-assessments that differ from the external assessment, those whose level moves first.
    pub differing: Vec<Differing>,
    /// Forms of one institution, period and stream beside another.
    pub duplicates: Vec<Duplicate>,
    /// Where evidence is lacking, by institution.
    pub evidence: Vec<LackingEvidence>,
    /// Every file, in the order in which it was read, and what it was taken for.
    pub files: Vec<FileRead>,
    /// The framework that measures.
    pub framework: FrameworkRef,
    /// The groups of the framework, in its order.
    pub groups: Vec<GroupTitle>,
    /// The language of the sentences: `vi` or `en`.
    pub lang: &'static str,
    /// The period before, if forms of it are there.
    pub last_period: Option<String>,
    /// Forms of the period whose day lies behind the one that is looked at: they are as not yet there. Forms without a day count.
    pub later: Vec<LaterForm>,
    /// A row for each institution: those of the register in its order, then those of forms that are not in it.
    pub levels: Vec<School>,
    /// Institutions of the register of which no self-assessment counts, in the order of the register.
    pub missing: Vec<Missing>,
    /// The deadline that comes next, of those that somebody has not met.
    pub next_deadline: Option<Ahead>,
    /// The period that is looked at: the one asked for; else the latest that a form names and that has begun; else the school year of the day.
    pub period: String,
    /// What to look at again in the data of a form that counts.
    pub quality: Vec<QualityRow>,
    /// What was refused, file by file.
    pub refused: Vec<RefusedRow>,
    /// What a reviewer may want to look at. It proves nothing.
    pub signals: Vec<SignalRow>,
    /// How many of what.
    pub summary: Summary,
    /// What to do next, the most urgent first.
    pub todo: Vec<ToDo>,
    /// Codes of forms that are not in the register. Empty without a register.
    pub unregistered: Vec<UnregisteredForm>,
}

/// A group of the framework.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct GroupTitle {
    /// Its code.
    pub code: Code,
    /// Its maximum.
    pub max: Points,
    /// Its title in the language of the year.
    pub title: String,
}

/// How many of what.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Summary {
    /// Institutions with an external assessment of the period. This and every other number of institutions is of those in the register, if there is one.
    pub assessed: u32,
    /// Institutions whose two assessments differ.
    pub differing: u32,
    /// Forms that repeat another of the same institution, period and stream.
    pub duplicates: u32,
    /// The levels of the external assessments, counted.
    pub external: CohortReport,
    /// Institutions that fell since last year, as a whole or in a group, and rose nowhere.
    pub fallen: u32,
    /// Files that were read.
    pub files: u32,
    /// Forms of a day behind the one that is looked at.
    pub later: u32,
    /// Institutions whose level the external assessment lowers in a group or as a whole. One that it also raises in another group is in both numbers.
    pub lowered: u32,
    /// Institutions of the register without a self-assessment that counts; 0 without a register.
    pub missing: u32,
    /// Institutions whose level is published.
    pub published: u32,
    /// The data quality of all forms of the period together.
    pub quality: Scores,
    /// Institutions whose level the external assessment raises in a group or as a whole.
    pub raised: u32,
    /// Institutions whose level is recognised, published ones among them.
    pub recognised: u32,
    /// Files, forms and rows that were refused: what stands at one place counts once, however many faults it has.
    pub refused: u32,
    /// Institutions of the register that are there in the period; null without a register.
    pub registered: Option<u32>,
    /// Institutions that rose since last year, as a whole or in a group, and fell nowhere.
    pub risen: u32,
    /// The levels of the self-assessments, counted.
    #[serde(rename = "self")]
    pub own: CohortReport,
    /// Institutions with a self-assessment of the period that counts.
    pub sent: u32,
    /// Codes of forms that are not in the register.
    pub unregistered: u32,
}

/// One institution, with everything that is known of its level.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct School {
    /// Who manages it.
    pub authority: Option<String>,
    /// Its code, as the register has it; else as its form has it.
    pub code: String,
    /// The external assessment of the period.
    pub external: Option<Rated>,
    /// Last year: the external assessment, or else the self-assessment.
    pub last: Option<Rated>,
    /// Its name.
    pub name: Option<String>,
    /// The day on which its level was published.
    pub published_on: Option<Date>,
    /// The recognised level as a whole.
    pub recognised: Option<Level>,
    /// The day on which its level was recognised.
    pub recognised_on: Option<Date>,
    /// The self-assessment of the period.
    #[serde(rename = "self")]
    pub own: Option<Rated>,
    /// Where its case stands by the events; null before the first, and where its events were refused.
    pub state: Option<State>,
    /// What kind of institution it is.
    #[serde(rename = "type")]
    pub kind: Option<InstitutionType>,
}

/// The result of one form.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Rated {
    /// The day of the assessment.
    pub assessed_on: Option<Date>,
    /// Where the form stands.
    pub at: Place,
    /// What stands in the way of recognition.
    pub blockers: Vec<Blocker>,
    /// The groups, in the order of the framework.
    pub groups: Vec<RatedGroup>,
    /// The level as a whole.
    pub level: Range<Level>,
    /// The period.
    pub period: Option<String>,
    /// Who assessed.
    pub stream: Stream,
}

/// Points and level of one group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RatedGroup {
    /// Its code.
    pub code: Code,
    /// Its level.
    pub level: Range<Level>,
    /// Its points.
    pub score: Range<Points>,
}

/// An institution of the register that has sent no self-assessment that counts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Missing {
    /// Where a notice reaches it, as the register has it.
    pub address: Option<String>,
    /// Who manages it.
    pub authority: Option<String>,
    /// Its code.
    pub code: String,
    /// Its level last year as a whole.
    pub last: Option<Range<Level>>,
    /// Its name.
    pub name: Option<String>,
    /// A form that does not count and is probably its own, by the code or name in it or by the name of the file: it was refused, repeats
    /// another, has an unknown code or a later day.
    pub refused: Option<Place>,
    /// What kind of institution it is.
    #[serde(rename = "type")]
    pub kind: Option<InstitutionType>,
}

/// A form of an institution, period and stream of which another came before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Duplicate {
    /// Where this form stands.
    pub at: Place,
    /// The code of the institution.
    pub code: String,
    /// Where the form stands that counts.
    pub counted: Place,
    /// Whether both have the same content.
    pub identical: bool,
    /// The name that this form has.
    pub name: Option<String>,
    /// The institution of the register that has this name, where it is another one: its code was probably meant.
    pub near: Option<String>,
    /// The period.
    pub period: Option<String>,
    /// Who assessed.
    pub stream: Stream,
}

/// A form of a day behind the one that is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LaterForm {
    /// Its day.
    pub assessed_on: Date,
    /// Where it stands.
    pub at: Place,
    /// The code of the institution.
    pub code: String,
    /// The name that the form has.
    pub name: Option<String>,
    /// Who assessed.
    pub stream: Stream,
}

/// A form whose code is not in the register.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct UnregisteredForm {
    /// Where the form stands.
    pub at: Place,
    /// The code of the form.
    pub code: String,
    /// The name in the form.
    pub name: Option<String>,
    /// The code of the register that was probably meant: it differs only in zeros at the beginning and signs between, or has the name in the form.
    pub near: Option<String>,
}

/// Two assessments of one institution that differ.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Differing {
    /// Its code.
    pub code: String,
    /// The conditions in which they differ.
    pub conditions: Vec<DifferingCondition>,
    /// The level as a whole by the external assessment.
    pub external: Range<Level>,
    /// Where the external assessment stands.
    pub external_at: Place,
    /// The groups, in the order of the framework, those without a difference too.
    pub groups: Vec<DifferingGroup>,
    /// The indicators in which they differ.
    pub indicators: Vec<DifferingIndicator>,
    /// How the level as a whole moved.
    pub movement: Movement,
    /// Its name.
    pub name: Option<String>,
    /// The level as a whole by the self-assessment.
    #[serde(rename = "self")]
    pub own: Range<Level>,
    /// Where the self-assessment stands.
    pub self_at: Place,
}

/// A group of two assessments that differ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DifferingGroup {
    /// Its code.
    pub code: Code,
    /// External less self.
    pub difference: Range<Difference>,
    /// By the external assessment.
    pub external: RatedGroup,
    /// How its level moved.
    pub movement: Movement,
    /// By the self-assessment.
    #[serde(rename = "self")]
    pub own: RatedGroup,
}

/// A condition in which two assessments differ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DifferingCondition {
    /// Its code.
    pub code: Code,
    /// By the external assessment.
    pub external: ConditionState,
    /// By the self-assessment.
    #[serde(rename = "self")]
    pub own: ConditionState,
    /// Its title in the language of the year.
    pub title: String,
}

/// An indicator in which two assessments differ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DifferingIndicator {
    /// Its code.
    pub code: Code,
    /// External less self.
    pub difference: Range<Difference>,
    /// By the external assessment.
    pub external: Range<Points>,
    /// Whether this difference alone moves the level of the group.
    pub moves_level: bool,
    /// The note of the external assessment.
    pub reason: Option<String>,
    /// By the self-assessment.
    #[serde(rename = "self")]
    pub own: Range<Points>,
    /// Its title in the language of the year.
    pub title: String,
}

/// An institution that rose or fell since last year, in one group or as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Change {
    /// Its code.
    pub code: String,
    /// What was compared with.
    pub from: ChangeSide,
    /// The groups, in the order of the framework. Empty where the two do not compare.
    pub groups: Vec<ChangeGroup>,
    /// Whether the two compare, or why they do not.
    pub kind: StepKind,
    /// Its name.
    pub name: Option<String>,
    /// How its level as a whole moved; null where the two do not compare.
    pub overall: Option<Movement>,
    /// What was compared.
    pub to: ChangeSide,
}

/// One side of a comparison with last year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ChangeSide {
    /// The code that the institution had.
    pub institution: String,
    /// Its level as a whole.
    pub level: Range<Level>,
    /// The period.
    pub period: String,
    /// Who assessed.
    pub stream: Stream,
}

/// How one group changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ChangeGroup {
    /// Its code.
    pub code: Code,
    /// Its level last year.
    pub from: Range<Level>,
    /// How its level moved.
    pub movement: Movement,
    /// This year's points less last year's.
    pub score: Range<Difference>,
    /// Its level this year.
    pub to: Range<Level>,
}

/// Where an institution lacks evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LackingEvidence {
    /// How many answers of the form bring points or are met.
    pub answered: u32,
    /// Where the form stands.
    pub at: Place,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Option<String>,
    /// Indicators and conditions whose evidence the framework requires and does not find: what blocks recognition.
    pub required: Vec<RequiredEvidence>,
    /// Indicators and conditions that bring points or are met, and for which no evidence stands in the form.
    pub without: Vec<Code>,
}

/// Evidence that the framework requires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RequiredEvidence {
    /// The indicator or condition.
    pub code: Code,
    /// Whether it is missing, or nobody can tell.
    pub why: BlockerCode,
}

/// One finding in the data of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct QualityRow {
    /// Where the form stands.
    pub at: Place,
    /// The code of the institution.
    pub code: String,
    /// Đúng, đủ, sạch or sống.
    pub dimension: Dimension,
    /// What was found.
    pub message: String,
    /// The name of the institution.
    pub name: Option<String>,
    /// By which rule.
    pub rule: QualityRule,
    /// Who assessed.
    pub stream: Stream,
    /// What it is about: `mục 1.3.1`, `kỳ đánh giá`.
    pub what: String,
}

/// A deadline, and who has not met it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Deadline {
    /// What is to be done.
    pub act: Act,
    /// Days from the day looked at to the deadline; below zero once it is over.
    pub days: i64,
    /// The last day that is in time.
    pub deadline: Date,
    /// How many institutions did it, in time or late.
    pub done: u32,
    /// Institutions that did it late or have not done it although the deadline is over, the longest first.
    pub late: Vec<LateSchool>,
    /// How many institutions have not done it and still have time.
    pub open: u32,
    /// Of how many of these the self-assessment is in the folder although no event says that it was reported; 0 for other acts.
    pub sent: u32,
    /// How firm the deadline is; null where the calendar does not say.
    pub standing: Option<Standing>,
}

/// An institution that is late.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LateSchool {
    /// Who manages it.
    pub authority: Option<String>,
    /// Its code.
    pub code: String,
    /// For how many days it is late.
    pub days: u32,
    /// Its name.
    pub name: Option<String>,
    /// On which day it was done; null if no event says that it was.
    pub on: Option<Date>,
    /// Whether its self-assessment is in the folder although no event says that it was reported.
    pub sent: bool,
}

/// Something in the forms of a year that a reviewer may want to look at. It proves nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SignalRow {
    /// Of how many.
    pub count: u64,
    /// The group, where it is about one.
    pub group: Option<Code>,
    /// One sentence.
    pub message: String,
    /// Which signal.
    pub signal: Signal,
    /// The stream of the forms.
    pub stream: Stream,
    /// The institutions, by code; the first ones, where there are many.
    pub who: Vec<Who>,
}

/// An institution by code and name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Who {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Option<String>,
}

/// One thing to do next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ToDo {
    /// About how many institutions or files it is.
    pub count: u32,
    /// By which day, where a deadline lies ahead or is over.
    pub deadline: Option<Date>,
    /// One sentence.
    pub message: String,
    /// What kind of work it is.
    pub step: TodoStep,
    /// The institutions, by code and name; empty where it is about files.
    pub who: Vec<Who>,
}

thuocdo::words! {
    /// A kind of work that comes next.
    pub enum TodoStep {
        /// Somebody sends the register, or a period is asked for.
        AddRegister = "add_register",
        /// Files, forms and rows that were refused are mended.
        MendRefused = "mend_refused",
        /// Of two forms one is taken away.
        SettleDuplicates = "settle_duplicates",
        /// Codes are corrected, in a form or in the register.
        MendCodes = "mend_codes",
        /// Schools that have not sent are asked to.
        AskMissing = "ask_missing",
        /// Days of reports and acts are written down.
        RecordEvents = "record_events",
        /// Evidence is asked for.
        AskEvidence = "ask_evidence",
        /// Schools are assessed externally.
        Assess = "assess",
        /// Differences are settled with the school.
        SettleDifferences = "settle_differences",
        /// Levels are recognised.
        Recognise = "recognise",
        /// Levels are published.
        Publish = "publish",
    }
}

impl Year {
    /// The year as canonical JSON (RFC 8785).
    pub fn to_json(&self) -> String {
        thuocdo::canonical(self)
    }
}

impl GroupTitle {
    /// The groups of a framework.
    pub(super) fn all(framework: &Framework, lang: Lang) -> Vec<GroupTitle> {
        let title = |group: &thuocdo::Group| GroupTitle { code: group.code.clone(), max: group.max, title: group.title.get(lang).to_owned() };
        framework.groups.iter().map(title).collect()
    }
}
