//! Several threads that work on a list side by side, and hand over what they have done in the order of the list.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// More threads would wait for the one that hands over.
const MOST: usize = 8;

/// How many threads work on so many things.
pub(super) fn threads(things: usize) -> usize {
    thread::available_parallelism().map_or(1, usize::from).min(MOST).min(things)
}

/// Works on each thing of a list on several threads. A thread that is done waits in [`Turn::wait`] until those before it have handed over, so
/// each holds one thing at most. Returns what they have handed it to.
pub(super) fn side_by_side<T, S: Send>(things: &[T], served: S, work: impl Fn(&T, &Turn<'_, S>) + Sync) -> S
where
    T: Sync,
{
    let line = Line { served: Mutex::new((0, served)), moved: Condvar::new() };
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..threads(things.len()) {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(thing) = things.get(number) else { break };
                    work(thing, &Turn { line: &line, number });
                }
            });
        }
    });
    line.served.into_inner().unwrap_or_else(PoisonError::into_inner).1
}

/// The number of the next thing to hand over, and what it is handed to.
struct Line<S> {
    served: Mutex<(usize, S)>,
    moved: Condvar,
}

impl<S> Line<S> {
    fn lock(&self) -> MutexGuard<'_, (usize, S)> {
        self.served.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait(&self, number: usize) -> MutexGuard<'_, (usize, S)> {
        self.moved.wait_while(self.lock(), |served| served.0 != number).unwrap_or_else(PoisonError::into_inner)
    }
}

/// A place in the line. It moves on when it is dropped, even by a panic, so that nobody waits for ever.
pub(super) struct Turn<'l, S> {
    line: &'l Line<S>,
    number: usize,
}

impl<S> Turn<'_, S> {
    /// Looks at what is served, before the turn has come.
    pub(super) fn peek<R>(&self, look: impl FnOnce(&S) -> R) -> R {
        look(&self.line.lock().1)
    }

    /// Waits for the turn, then hands over.
    pub(super) fn wait<R>(&self, serve: impl FnOnce(&mut S) -> R) -> R {
        serve(&mut self.line.wait(self.number).1)
    }
}

impl<S> Drop for Turn<'_, S> {
    fn drop(&mut self) {
        self.line.wait(self.number).0 += 1;
        self.line.moved.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn things_are_handed_over_in_their_order() {
        let things: Vec<u64> = (0..200).collect();
        let done = side_by_side(&things, Vec::new(), |thing, turn| {
            // The first of each ten takes longest.
            thread::sleep(Duration::from_micros(if thing % 10 == 0 { 500 } else { 1 }));
            turn.wait(|done| done.push(*thing));
        });
        assert_eq!(done, things);
    }
}
