//! How a command ends, and its exit status.

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything was scored, printed or written.
    Done,
    /// Some input was refused.
    SomeRefused,
}

impl Outcome {
    /// The status of wrong usage, or of a file that cannot be read or written.
    pub(crate) const UNUSABLE: u8 = 2;

    /// The outcome after so many refusals.
    pub(crate) fn of(refused: u64) -> Outcome {
        if refused == 0 { Outcome::Done } else { Outcome::SomeRefused }
    }

    /// The exit status.
    pub(crate) fn status(self) -> u8 {
        match self {
            Outcome::Done => 0,
            Outcome::SomeRefused => 1,
        }
    }
}
