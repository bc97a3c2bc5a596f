//! Kinds of objects: the keys, sorted and written once, for each object that has them.

use std::ptr;

/// In the header of a container.
const OBJECT: u32 = 0x2000_0000;
/// As in `walk`: in the word of a child.
const IS_END: u32 = 0x8000_0000;
/// The most that a word can say of a length or of a place.
pub(crate) const MOST: usize = 0x0fff_ffff;
/// Of every so many children the word says where it ends, of the others how long it is.
const STRIDE: usize = 32;

/// The keys of a kind of object.
#[derive(Debug)]
pub(crate) struct Form {
    /// As they are told, in this order.
    pub(crate) keys: Vec<&'static str>,
    /// Their places among them, as they stand written.
    order: Vec<usize>,
    /// The header of such an object, and the words of its keys.
    pub(crate) head: Vec<u8>,
    /// The keys, one behind the other.
    pub(crate) text: Vec<u8>,
}

impl Form {
    /// `None` where a key is there twice, or there are too many.
    pub(crate) fn of(keys: &[&'static str]) -> Option<Form> {
        let mut sorted: Vec<(usize, &str, usize)> = keys.iter().enumerate().map(|(place, key)| (key.len(), *key, place)).collect();
        sorted.sort_unstable();
        if sorted.windows(2).any(|pair| matches!(pair, [(_, one, _), (_, other, _)] if one == other)) {
            return None;
        }
        let mut head = (u32::try_from(keys.len()).ok().filter(|count| *count < OBJECT)? | OBJECT).to_ne_bytes().to_vec();
        let mut text = Vec::new();
        for (nth, (length, key, _)) in sorted.iter().enumerate() {
            text.extend_from_slice(key.as_bytes());
            head.extend_from_slice(&word(nth, text.len(), *length)?.to_ne_bytes());
        }
        Some(Form { keys: keys.to_vec(), order: sorted.into_iter().map(|(.., place)| place).collect(), head, text })
    }

    /// Whether these are the keys. Two of one text at two places are not looked at: then there are two forms, which are alike.
    pub(crate) fn is_of(&self, keys: &[&'static str]) -> bool {
        self.keys.len() == keys.len() && self.keys.iter().zip(keys).all(|(own, key)| ptr::eq(*own, *key))
    }

    /// Values in the order of their keys.
    pub(crate) fn sorted<T: Copy>(&self, told: &[T]) -> impl Iterator<Item = T> {
        self.order.iter().filter_map(|place| told.get(*place).copied())
    }
}

/// What the word of the child of this number says of its place: where it ends, or how long it is.
pub(crate) fn word(nth: usize, end: usize, length: usize) -> Option<u32> {
    if end > MOST {
        return None;
    }
    let is_end = nth.is_multiple_of(STRIDE);
    u32::try_from(if is_end { end } else { length }).ok().map(|said| if is_end { said | IS_END } else { said })
}
