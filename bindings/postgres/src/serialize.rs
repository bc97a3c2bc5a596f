//! What serde tells of an answer, taken into the tree that a `jsonb` is written of.

use std::cell::RefCell;
use std::fmt;

use serde::Serialize;
use serde::ser::{self, Impossible, SerializeSeq, SerializeStruct, Serializer};

use crate::write::{Begun, Node, Tree, Unwritable};

thread_local! {
    /// Kept with the forms of its objects, and with its memory.
    static TREE: RefCell<Tree> = RefCell::default();
}

/// The bytes of the `jsonb` of an answer, behind the header of its length: the same that the server makes of its JSON.
///
/// # Errors
/// A number of more than two decimals, or what no answer is made of.
pub(crate) fn jsonb(answer: &impl Serialize) -> Result<Vec<u8>, Refused> {
    TREE.with(|tree| {
        let mut tree = tree.try_borrow_mut().map_err(|busy| Refused(busy.to_string()))?;
        tree.clear();
        let root = answer.serialize(&mut *tree)?;
        Ok(tree.written(root)?)
    })
}

/// Why something is not written.
#[derive(Debug)]
pub(crate) struct Refused(String);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

impl ser::Error for Refused {
    fn custom<T: fmt::Display>(why: T) -> Refused {
        Refused(why.to_string())
    }
}

impl From<Unwritable> for Refused {
    fn from(_: Unwritable) -> Refused {
        Refused("too large for jsonb, or a key twice".to_owned())
    }
}

/// A whole number.
fn whole(number: Option<i64>) -> Result<Node, Refused> {
    number.and_then(|number| number.checked_mul(100)).map(Node::Number).ok_or_else(|| Refused("a number too large".to_owned()))
}

/// A double that names hundredths: up to a billion no two of them have the same double.
fn hundredths(double: f64) -> Option<Node> {
    let hundredths = (double * 100.0).round_ties_even();
    #[expect(clippy::float_cmp, reason = "the double of these hundredths, or of another number")]
    let is_theirs = hundredths.abs() < 1e11 && hundredths / 100.0 == double;
    #[expect(clippy::cast_possible_truncation, reason = "a whole number below the bound")]
    is_theirs.then_some(Node::Number(hundredths as i64))
}

/// What no answer of the core has.
fn unknown() -> Refused {
    Refused("maps, bytes, and words with fields are not written".to_owned())
}

/// A list or an object that is being told.
pub(crate) struct Children<'t> {
    tree: &'t mut Tree,
    begun: Begun,
}

impl Children<'_> {
    fn add(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Refused> {
        let node = value.serialize(&mut *self.tree)?;
        self.tree.value(node);
        Ok(())
    }
}

impl SerializeSeq for Children<'_> {
    type Ok = Node;
    type Error = Refused;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        self.add(value)
    }

    fn end(self) -> Result<Node, Refused> {
        Ok(self.tree.list(self.begun)?)
    }
}

impl SerializeStruct for Children<'_> {
    type Ok = Node;
    type Error = Refused;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Refused> {
        self.tree.key(key);
        self.add(value)
    }

    fn end(self) -> Result<Node, Refused> {
        Ok(self.tree.object(self.begun)?)
    }
}

type Never = Impossible<Node, Refused>;

impl<'t> Serializer for &'t mut Tree {
    type Ok = Node;
    type Error = Refused;
    type SerializeSeq = Children<'t>;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Never;
    type SerializeStruct = Children<'t>;
    type SerializeStructVariant = Never;

    fn serialize_bool(self, value: bool) -> Result<Node, Refused> {
        Ok(Node::Bool(value))
    }

    fn serialize_i8(self, value: i8) -> Result<Node, Refused> {
        whole(Some(value.into()))
    }

    fn serialize_i16(self, value: i16) -> Result<Node, Refused> {
        whole(Some(value.into()))
    }

    fn serialize_i32(self, value: i32) -> Result<Node, Refused> {
        whole(Some(value.into()))
    }

    fn serialize_i64(self, value: i64) -> Result<Node, Refused> {
        whole(Some(value))
    }

    fn serialize_u8(self, value: u8) -> Result<Node, Refused> {
        whole(Some(value.into()))
    }

    fn serialize_u16(self, value: u16) -> Result<Node, Refused> {
        whole(Some(value.into()))
    }

    fn serialize_u32(self, value: u32) -> Result<Node, Refused> {
        whole(Some(value.into()))
    }

    fn serialize_u64(self, value: u64) -> Result<Node, Refused> {
        whole(value.try_into().ok())
    }

    fn serialize_f32(self, value: f32) -> Result<Node, Refused> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<Node, Refused> {
        hundredths(value).ok_or_else(|| Refused(format!("{value} has more than two decimals")))
    }

    fn serialize_char(self, value: char) -> Result<Node, Refused> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<Node, Refused> {
        Ok(self.text(value)?)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Node, Refused> {
        Err(unknown())
    }

    fn serialize_none(self) -> Result<Node, Refused> {
        Ok(Node::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Node, Refused> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Node, Refused> {
        Ok(Node::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Node, Refused> {
        Ok(Node::Null)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Node, Refused> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<Node, Refused> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, _: &'static str, _: &T) -> Result<Node, Refused> {
        Err(unknown())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Children<'t>, Refused> {
        Ok(Children { begun: self.begin(), tree: self })
    }

    fn serialize_tuple(self, _: usize) -> Result<Never, Refused> {
        Err(unknown())
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, Refused> {
        Err(unknown())
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Never, Refused> {
        Err(unknown())
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Never, Refused> {
        Err(unknown())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Children<'t>, Refused> {
        Ok(Children { begun: self.begin(), tree: self })
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Never, Refused> {
        Err(unknown())
    }
}
