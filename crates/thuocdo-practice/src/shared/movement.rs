//! How a level moved: from one period to the next, or from the self-assessment to the external one.

use thuocdo::{Level, Range};

thuocdo::words! {
    /// How a level moved.
    #[derive(Default)]
    pub enum Movement {
        /// It surely is lower.
        Lowered = "lowered",
        /// Missing answers leave open whether it moved.
        #[default]
        Open = "open",
        /// It surely is higher.
        Raised = "raised",
        /// It is known to be the same.
        Same = "same",
    }
}

impl Movement {
    /// From one level to another, as far as both ends show.
    pub fn between(from: Range<Level>, to: Range<Level>) -> Movement {
        if to.low > from.high {
            Movement::Raised
        } else if to.high < from.low {
            Movement::Lowered
        } else if from.is_exact() && from == to {
            Movement::Same
        } else {
            Movement::Open
        }
    }

    /// As [`Movement::between`], but open unless both levels are known: where an assessor left an answer out, nothing follows.
    pub fn between_known(from: Range<Level>, to: Range<Level>) -> Movement {
        if from.is_exact() && to.is_exact() { Movement::between(from, to) } else { Movement::Open }
    }
}
