//! What is let in: how large, how many at once, how slow.

use std::sync::Arc;
use std::time::Duration;

use thuocdo::json::MAX_BYTES;
use thuocdo_practice::json::Question;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::routes::Work;

/// A body up to this length is computed where it was read: an assessment with evidence takes some ten microseconds. A longer one may take
/// milliseconds, for which no other request should wait, so it goes to a thread of its own. So do questions, which may take longer.
const SHORT: usize = 32 * 1024;

/// The longest body of many lines: 27,005 schools without evidence are 15 MB, and their scorecards six times as much.
pub(crate) const MANY_BYTES: usize = 32 << 20;

/// How many bodies of many lines are read and computed at one time.
const MANY_AT_ONCE: usize = 2;

/// How long a body of one value and a body of many lines may take to arrive.
const ONE_ARRIVES: Duration = Duration::from_secs(10);
const MANY_ARRIVE: Duration = Duration::from_secs(60);

/// How much of a body that is refused is let go by, and within what time, before the refusal is sent.
pub(crate) const PASSED_OVER: usize = 64 << 20;
pub(crate) const PASSED_OVER_WITHIN: Duration = Duration::from_secs(10);

/// How many requests are read, computed and sent at one time. A request over the limit is refused at once; none waits in a queue.
#[derive(Debug)]
pub(crate) struct Places {
    one: Arc<Semaphore>,
    many: Arc<Semaphore>,
    at_once: usize,
}

/// A place that a request holds until its answer has left.
pub(crate) type Place = OwnedSemaphorePermit;

impl Places {
    /// `at_once` requests of one value.
    pub(crate) fn new(at_once: u32) -> Places {
        let at_once = usize::try_from(at_once).unwrap_or(usize::MAX);
        let of = |count: usize| Arc::new(Semaphore::new(count.clamp(1, Semaphore::MAX_PERMITS)));
        Places { one: of(at_once), many: of(MANY_AT_ONCE), at_once }
    }

    fn of(&self, work: Work) -> &Arc<Semaphore> {
        if let Work::Lines(_) = work { &self.many } else { &self.one }
    }

    /// A place, where one is free.
    pub(crate) fn take(&self, work: Work) -> Option<Place> {
        Arc::clone(self.of(work)).try_acquire_owned().ok()
    }

    /// How many places are taken.
    pub(crate) fn taken(&self) -> usize {
        let free = self.one.available_permits().saturating_add(self.many.available_permits());
        self.at_once.saturating_add(MANY_AT_ONCE).saturating_sub(free)
    }
}

impl Work {
    /// The longest body.
    pub(crate) const fn max_bytes(self) -> usize {
        match self {
            Work::One(..) => MAX_BYTES,
            Work::Ask(question) => question.max_bytes(),
            Work::Lines(_) => MANY_BYTES,
        }
    }

    /// How long a body may take to arrive.
    pub(crate) const fn patience(self) -> Duration {
        if let Work::Lines(_) = self { MANY_ARRIVE } else { ONE_ARRIVES }
    }

    /// Whether a body of this length is computed where it was read.
    pub(crate) const fn is_quick(self, length: usize) -> bool {
        !matches!(self, Work::Ask(_)) && length <= SHORT
    }
}

/// The longest request of any question.
pub(crate) fn longest() -> usize {
    Question::WORDS.iter().map(|(_, question)| question.max_bytes()).fold(MAX_BYTES, usize::max)
}
