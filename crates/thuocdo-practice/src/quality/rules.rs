//! What is asked of data, and of a batch of data.

thuocdo::words! {
    /// What data should be.
    pub enum Dimension {
        /// As it must be, and without contradiction (đúng).
        Correct = "correct",
        /// All there (đủ).
        Complete = "complete",
        /// Written so that machines and people read the same, and each thing once (sạch).
        Clean = "clean",
        /// Of its time (sống).
        Live = "live",
    }
}

thuocdo::words! {
    /// A rule by which data is checked, one thing at a time.
    pub enum QualityRule {
        /// Each value given is one that its place takes: its kind, its range, its precision, a part within its whole, a real date.
        ValueValid = "value_valid",
        /// The assessment was made in a year that its period names.
        DateInPeriod = "date_in_period",
        /// No evidence is dated after the assessment that it bears out.
        EvidenceNotAfterAssessment = "evidence_not_after_assessment",
        /// The same evidence, by title and address, has one date.
        EvidenceAgrees = "evidence_agrees",
        /// Facts that the framework calls and counts alike have one number: as many teachers here as there.
        FactsAgree = "facts_agree",
        /// A total claimed is the sum of its parts, or can be, where some of them are missing.
        TotalAgrees = "total_agrees",
        /// A level claimed is the one that follows, or can be.
        LevelAgrees = "level_agrees",
        /// What is claimed does not contradict itself: the total claimed gives the level claimed, and the overall level is the lowest.
        ClaimsAgree = "claims_agree",

        /// Each indicator is answered, rightly or wrongly.
        Answered = "answered",
        /// Of each condition it is said whether it is met.
        ConditionSaid = "condition_said",
        /// An answer that brings points, and a condition that is met, bring the evidence that the framework asks for: as many pieces, of
        /// the kinds it names, dated where it says how old they may be.
        EvidenceGiven = "evidence_given",
        /// Who, when and by whom: code, name and type of the institution, period, stream, day.
        Identified = "identified",

        /// Each key is a field or a code of the framework, and said once.
        KnownCode = "known_code",
        /// The code of the institution holds ASCII letters, digits and `-._/` only.
        CodePlain = "code_plain",
        /// Text is in Unicode's normal form C.
        TextNfc = "text_nfc",
        /// No word mixes Latin letters with others that look like them.
        LettersUnmixed = "letters_unmixed",
        /// No text but the code holds what a wrong encoding leaves behind, nor what cannot be seen.
        TextReadable = "text_readable",
        /// The period is written as a year, `2023`, or as a school year, `2023-2024`, so that the same period is always the same text.
        PeriodPlain = "period_plain",
        /// Of one institution, period and stream there is one assessment in a batch.
        InstitutionUnique = "institution_unique",
        /// Evidence and longer notes are not those of another institution, word for word.
        EvidenceOwn = "evidence_own",

        /// No dated evidence is older than the framework allows, or, where it allows any age, than the first year of the period.
        EvidenceCurrent = "evidence_current",
        /// The last update is not after the day given, and not too long before it; or, where no limit is given, not before the period.
        Updated = "updated",
    }
}

impl QualityRule {
    /// The one dimension whose score it counts in.
    pub const fn dimension(self) -> Dimension {
        match self {
            QualityRule::ValueValid
            | QualityRule::DateInPeriod
            | QualityRule::EvidenceNotAfterAssessment
            | QualityRule::EvidenceAgrees
            | QualityRule::FactsAgree
            | QualityRule::TotalAgrees
            | QualityRule::LevelAgrees
            | QualityRule::ClaimsAgree => Dimension::Correct,
            QualityRule::Answered | QualityRule::ConditionSaid | QualityRule::EvidenceGiven | QualityRule::Identified => Dimension::Complete,
            QualityRule::KnownCode
            | QualityRule::CodePlain
            | QualityRule::TextNfc
            | QualityRule::LettersUnmixed
            | QualityRule::TextReadable
            | QualityRule::PeriodPlain
            | QualityRule::InstitutionUnique
            | QualityRule::EvidenceOwn => Dimension::Clean,
            QualityRule::EvidenceCurrent | QualityRule::Updated => Dimension::Live,
        }
    }
}

thuocdo::words! {
    /// Something in a batch that a reviewer may want to look at. It proves nothing.
    pub enum Signal {
        /// Institutions whose answers of one period bring the same points, indicator by indicator. Sheets that are the same by chance do
        /// not count: at least half of the indicators are answered, and at least a quarter of these by something else than the maximum,
        /// and by something else than nothing.
        IdenticalAnswers = "identical_answers",
        /// Assessments in which every indicator has its maximum.
        AllMaxima = "all_maxima",
        /// Totals of a group at or just over the first point of a level: five or more, and more than three times as many as just below.
        /// Just over is from that point to less than a window above it, just below is less than it by a window at most.
        PiledOverBand = "piled_over_band",
        /// Institutions that rise by two levels or more in a group from one period to the next.
        Jump = "jump",
        /// Assessments in which an indicator whose title asks for a share has more than 0 points and less than 1: a share, such as 0.8, may
        /// have been typed for points. There is one signal for each such indicator.
        ShareAsPoints = "share_as_points",
    }
}
