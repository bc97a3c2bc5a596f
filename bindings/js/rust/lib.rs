//! The functions that JavaScript calls. `door` is how bytes and handles pass, `framework`, `school` and `rows` are the core, `practice` and
//! `office` what their features add. `src/engine.ts` is the other side of the door.
//!
//! Each exported function takes its texts and bytes from [`door::entry`], in the order in which JavaScript pushed them, and answers with a number:
//! 0 or more is a result, below 0 is a status of [`door::Fault`].

#![expect(unsafe_code, reason = "`no_mangle` counts as unsafe, because two functions of one name would be one")]

mod door;
mod framework;
#[cfg(feature = "office")]
mod office;
#[cfg(feature = "practice")]
mod practice;
mod rows;
mod school;
