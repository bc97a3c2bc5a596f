//! By which framework: the one that the server was started with, its national base, and those that ship.

use thuocdo::{Framework, LocalScorer, Scorer, Violation, Violations};

/// The scorers of a server, each compiled once. The first is that of whoever names none.
#[derive(Debug)]
pub(crate) struct Frameworks {
    first: LocalScorer,
    others: Vec<LocalScorer>,
}

impl Frameworks {
    pub(crate) fn new(first: LocalScorer) -> Frameworks {
        let mut others = Vec::new();
        if first.local().digest() != first.national().digest() {
            others.extend(Scorer::new(first.national().framework().clone()).map(LocalScorer::new));
        }
        let shipped = Framework::shipped_ids().filter_map(|id| Scorer::shipped(id).ok()).map(LocalScorer::new);
        others.extend(shipped);
        let mut frameworks = Frameworks { first, others: Vec::new() };
        for scorer in others {
            if !frameworks.all().any(|known| known.local().digest() == scorer.local().digest()) {
                frameworks.others.push(scorer);
            }
        }
        frameworks
    }

    fn all(&self) -> impl Iterator<Item = &LocalScorer> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// The scorer of whoever names none.
    pub(crate) fn first(&self) -> &LocalScorer {
        &self.first
    }

    /// The scorer of an id or a digest.
    ///
    /// # Errors
    ///
    /// `unknown_framework`, with the ids that are known.
    pub(crate) fn named(&self, name: Option<&str>) -> Result<&LocalScorer, Violations> {
        let Some(name) = name else { return Ok(&self.first) };
        let is_meant = |scorer: &&LocalScorer| scorer.local().framework().id == name || scorer.local().digest() == name;
        self.all().find(is_meant).ok_or_else(|| {
            let known: Vec<&str> = self.all().map(|scorer| scorer.local().framework().id.as_str()).collect();
            Violation::unknown_framework("", name, known).into()
        })
    }
}
